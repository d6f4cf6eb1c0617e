import { expect, test } from "vitest";
import { PNG } from "../testing/multipart.ts";
import { browser, linkPath, seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { app, database, seed, as } = server;
const { dana, lee, mira, finn } = await seedContacts(server);
const sam = as(seed.sam);
const copy = await milestone("Content ready", "2026-06-12");
await publish();

async function milestone(title: string, targetOn: string): Promise<Loose> {
  const body = { title, targetOn, audience: "client" };
  return (await sam.post(`/projects/${seed.acme.id}/milestones`, body)).body;
}

async function publish(): Promise<void> {
  const at = `/projects/${seed.acme.id}`;
  const { hash, last } = (await sam.get(`${at}/publication-preview`)).body;
  const texts = { clientText: "Hello", teamText: "" };
  await sam.post(`${at}/publications`, { ...texts, expectedHash: hash, expectedLast: last });
  server.kit.at = new Date(server.kit.at.getTime() + 180_000);
}

interface Asked {
  id: string;
  page: string;
  link: string;
}

async function asked(more: object): Promise<Asked> {
  const at = `/projects/${seed.acme.id}/client-requests`;
  const wanted = { title: "Photos", why: "For the gallery.", contactId: dana.id, milestoneId: copy.id };
  const { id, number } = (await sam.post(at, { ...wanted, ...more })).body;
  await sam.post(`/client-requests/${id}/ask`);
  const mail = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("kind", "=", "request")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const { linkId } = Object(mail.data);
  return {
    id,
    page: `/portal/birch/acme/requests/${number}`,
    link: linkPath(server, "request", "r", linkId),
  };
}

interface Part {
  name: string;
  value: Buffer | string;
  filename?: string;
}

/** What a browser sends for a form with files, the token of the shown page included. */
async function send(path: string, parts: Part[], cookie = "") {
  const shown = await app.inject({ url: path, headers: { accept: "text/html", cookie } });
  const form = /name="form" value="([^"]+)"/.exec(shown.body)?.[1] ?? "";
  const all: Part[] = [{ name: "form", value: form }, ...parts];
  const payload = Buffer.concat([
    ...all.flatMap(({ name, value, filename }) => [
      Buffer.from(
        `--page\r\ncontent-disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ""}\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from("\r\n"),
    ]),
    Buffer.from("--page--\r\n"),
  ]);
  const headers = { accept: "text/html", cookie, "content-type": "multipart/form-data; boundary=page" };
  return app.inject({ method: "POST", url: path, headers, payload });
}

const one = async (id: string) => (await sam.get(`/client-requests/${id}`)).body;

test("the link shows what is needed, why, and what it holds up, without any sign-in", async () => {
  const { link } = await asked({ kind: "files", dueOn: "2026-05-29" });
  const { status, body } = await browser(server).get(link);
  expect(status).toBe(200);
  expect(body).toContain("<h1>Photos</h1>");
  expect(body).toContain("Without it, M1 Content ready cannot be reached by Fri 12 Jun.");
  expect(body).toContain("Needed by Fri 29 May");
  expect(body).toMatch(/<input[^>]+type="file"[^>]+multiple/);
  expect(body.match(/<h1/g)).toHaveLength(1);
});

test("several files and a word are sent at once and stand at the milestone for both sides", async () => {
  const { id, link } = await asked({ kind: "files" });
  const sent = await send(link, [
    { name: "do", value: "send" },
    { name: "words", value: "Two of the shop." },
    { name: "files", value: PNG, filename: "front.png" },
    { name: "files", value: PNG, filename: "back.png" },
  ]);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, link]);
  const now = await one(id);
  expect(now).toMatchObject({ state: "answered", sent: [{ words: "Two of the shop." }] });
  expect(now.sent[0].files.map(({ name }: Loose) => name)).toEqual(["back.png", "front.png"]);
  const { items } = (await sam.get(`/files?subject=milestone:${copy.id}`)).body;
  expect(items).toMatchObject([{ audience: "client" }, { audience: "client", authorName: "Dana Reyes" }]);
  const after = await browser(server).get(link);
  expect(after.body).toContain("Thank you, we have your answer.");
  expect(after.body).toContain("front.png");
  expect(after.body).not.toContain("<textarea");
});

test("what is typed and chosen is kept for later, and nobody else reads it before it is sent", async () => {
  const { id, link, page } = await asked({ kind: "answers", questions: ["Which name?", "Which colour?"] });
  const saved = await send(link, [
    { name: "do", value: "save" },
    { name: "answer-0", value: "Zebra & Sons" },
    { name: "files", value: PNG, filename: "logo.png" },
  ]);
  expect(saved.headers.location).toBe(`${link}?done=saved`);
  const again = await browser(server).get(link);
  expect(again.body).toContain("Zebra &amp; Sons");
  expect(again.body).toContain("logo.png");
  expect(await one(id)).toMatchObject({ state: "asked", sent: [] });
  expect((await (await signedIn(server, lee)).get(page)).body).not.toContain("Zebra");
  const incomplete = await send(link, [
    { name: "do", value: "send" },
    { name: "answer-0", value: "Zebra & Daughters" },
  ]);
  expect([
    incomplete.statusCode,
    incomplete.body.includes("Please write an answer to each question."),
  ]).toEqual([400, true]);
  expect(incomplete.body).toContain("Zebra &amp; Daughters");
  const fileId = /value="([0-9a-f-]{36})"[^>]*name="without"/.exec(incomplete.body)?.[1] ?? "";
  await send(link, [
    { name: "without", value: fileId },
    { name: "answer-0", value: "Zebra" },
    { name: "answer-1", value: "Blue" },
  ]);
  await send(link, [
    { name: "do", value: "send" },
    { name: "answer-0", value: "Zebra" },
    { name: "answer-1", value: "Blue" },
  ]);
  expect(await one(id)).toMatchObject({
    state: "answered",
    sent: [{ answers: ["Zebra", "Blue"], files: [] }],
  });
});

test("a program, an empty file and one too many are told by name, and all else stays", async () => {
  const { id, link } = await asked({ kind: "files" });
  const many = Array.from({ length: 21 }, (_, n) => ({ name: "files", value: PNG, filename: `${n}.png` }));
  const refused = await send(link, [
    { name: "do", value: "send" },
    { name: "words", value: "Typed with care" },
    { name: "files", value: "MZ", filename: "setup.exe" },
    { name: "files", value: "", filename: "empty.png" },
    ...many,
  ]);
  expect(refused.statusCode).toBe(413);
  expect(refused.body).toContain("Not taken: setup.exe, empty.png, 20.png");
  expect(refused.body).toContain("Typed with care");
  expect(refused.body).toContain("19.png");
  expect(await one(id)).toMatchObject({ state: "asked" });
});

test("only the person who was asked answers, and only what is open", async () => {
  const { id, page } = await asked({ kind: "access" });
  const other = await (await signedIn(server, lee)).get(page);
  expect([other.status, other.body.includes("This was asked of Dana Reyes.")]).toEqual([200, true]);
  expect(other.body).not.toContain("<textarea");
  const forged = await (await signedIn(server, lee)).post(page, { do: "send", words: "I can" });
  expect(forged.status).toBe(403);
  for (const stranger of [mira, finn])
    expect((await (await signedIn(server, stranger)).get(page)).status).toBe(404);
  await sam.post(`/client-requests/${id}/cancel`);
  const late = await (await signedIn(server, dana)).post(page, { do: "send", words: "Too late" });
  expect([late.status, late.body.includes("This is no longer needed.")]).toEqual([409, true]);
  expect(await one(id)).toMatchObject({ state: "cancelled", sent: [] });
});

test("a draft is not there for clients, nor is a milestone that they know nothing of", async () => {
  const secret = (await sam.post(`/projects/${seed.acme.id}/milestones`, { title: "ZEBRA audit" })).body;
  const { link } = await asked({ kind: "confirm", milestoneId: secret.id });
  expect((await browser(server).get(link)).body).not.toContain("ZEBRA");
  const draft = (
    await sam.post(`/projects/${seed.acme.id}/client-requests`, { kind: "confirm", title: "Not yet" })
  ).body;
  const page = `/portal/birch/acme/requests/${draft.number}`;
  expect((await (await signedIn(server, dana)).get(page)).status).toBe(404);
});

test("where a project asks for a code, a confirmation goes through it", async () => {
  const { id, link, page } = await asked({ kind: "confirm" });
  const level = (securityLevel: string | null) =>
    database.maintenance
      .updateTable("projects")
      .set({ securityLevel })
      .where("id", "=", seed.acme.id)
      .execute();
  await level("code");
  const sent = await send(link, [{ name: "do", value: "send" }]);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, page]);
  expect(await one(id)).toMatchObject({ state: "asked" });
  expect((await (await signedIn(server, dana, "code")).post(page, { do: "send" })).status).toBe(303);
  expect(await one(id)).toMatchObject({ state: "answered" });
  await level(null);
});

test("looking fifty times changes nothing, and a form from elsewhere is refused", async () => {
  const { id, link } = await asked({ kind: "confirm" });
  const before = await one(id);
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => app.inject({ method: n % 2 ? "GET" : "HEAD", url: link })),
  );
  expect(await one(id)).toEqual(before);
  const foreign = await app.inject({
    method: "POST",
    url: link,
    headers: { accept: "text/html", "content-type": "application/x-www-form-urlencoded" },
    payload: "do=send",
  });
  expect(foreign.statusCode).toBe(403);
  expect(await one(id)).toEqual(before);
});
