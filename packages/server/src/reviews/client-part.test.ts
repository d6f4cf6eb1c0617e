import { expect, test } from "vitest";
import { browser, linkPath, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;
const home = "/portal/birch/acme";
const page = `${home}/review`;
const plan = await publishedPlan(server, [
  { title: "Content ready", targetOn: "2026-03-20" },
  { title: "Launch", targetOn: "2026-04-30" },
]);
const [content = "", launch = ""] = plan.ids;
const review = (await sam.post(`${at}/reviews`)).body;
const path = `/reviews/${review.id}`;
const mails = () =>
  database.maintenance
    .selectFrom("mails")
    .select(["personId", "data"])
    .where("kind", "=", "reviewPart")
    .execute();
const now = async (): Promise<Loose> => (await sam.get(path)).body;
const wordsAbout = async (id: string): Promise<Loose[]> =>
  (await now()).lines.find((line: Loose) => line.milestoneId === id).words;

test("nobody of the client comes in before the part is open, and only who is invited after", async () => {
  const phone = await signedIn(server, dana);
  expect((await phone.get(page)).status).toBe(404);
  expect((await phone.get(home)).body).not.toContain(page);
  expect((await sam.post(`${path}/client-part`)).body.type).toContain("nobody-invited");
  expect((await sam.post(`${path}/client-part`, { personIds: [mira.id] })).status).toBe(404);
  expect((await as(seed.jo).post(`${path}/client-part`)).status).toBe(403);
  const opened = (await sam.post(`${path}/client-part`, { personIds: [dana.id] })).body;
  expect(opened).toMatchObject({ clientPartAt: expect.any(String), invited: [dana.id] });
  await sam.post(`${path}/client-part`);
  expect((await mails()).map(({ personId }) => personId)).toEqual([dana.id]);
  expect((await phone.get(page)).status).toBe(200);
  expect((await phone.get(home)).body).toContain(`href="${page}"`);
  expect((await (await signedIn(server, lee)).get(home)).body).not.toContain(page);
  for (const other of [lee, mira]) expect((await (await signedIn(server, other)).get(page)).status).toBe(404);
});

test("the page says what was published, and nothing that the team has seen or drafted since", async () => {
  const say = async (id: string, body: object) => {
    const { revision } = (await now()).lines.find((line: Loose) => line.milestoneId === id);
    const answer = await sam.patch(`${path}/lines/${id}`, body, { "if-match": String(revision) });
    expect(answer.status).toBe(200);
  };
  await say(content, {
    stated: "off_track",
    evidence: "ZEBRA evidence",
    clientNote: "ZEBRA note",
    reason: "ZEBRA",
  });
  const move = { targetOn: "2026-05-21", expected: { startOn: null, targetOn: "2026-04-30" } };
  await say(launch, { decision: "move", reason: "ZEBRA reason", move });
  await sam.post(`${path}/actions`, { title: "ZEBRA action", milestoneId: content });
  const phone = await signedIn(server, dana);
  const { body } = await phone.get(page);
  expect(body).toContain("Launch");
  expect(body).toMatch(/30 April|30 Apr/);
  const homePage = (await phone.get(home)).body;
  for (const canary of ["ZEBRA", "21 May", "Off track", "At risk"])
    for (const seen of [body, homePage]) expect(seen).not.toContain(canary);
});

test("a link is handed over where mail does not arrive, and what is said through it names who handed it over", async () => {
  const hand = (id: string) => sam.post(`${path}/client-part/${id}/link`);
  expect((await hand(dana.id)).body.type).toContain("mailed");
  kit.mail = { ...kit.mail, configured: false };
  expect((await hand(lee.id)).body.type).toContain("not-invited");
  await sam.post(`${path}/client-part`, { personIds: [lee.id] });
  const made = await hand(lee.id);
  expect([made.status, made.headers["cache-control"]]).toEqual([201, "no-store"]);
  kit.mail = { ...kit.mail, configured: true };
  const phone = browser(server);
  const link = String(made.body.url).slice(kit.baseUrl.length);
  await phone.post(link, { do: "question", milestone: "", words: "Is Easter in it?" });
  expect((await now()).words).toMatchObject([{ personId: lee.id, handedOverBy: seed.sam.id }]);
  expect((await phone.get(link)).body).toContain("Came by a link that Sam handed over.");
  expect((await (await signedIn(server, dana)).get(page)).body).toContain("that Sam handed over");
});

test("fine, a question and another date are in the record, under their names", async () => {
  const [mail = { data: {} }] = await mails();
  const { linkId } = mail.data as { linkId: string };
  const link = linkPath(server, "review", "v", linkId);
  const phone = browser(server);
  const fine = await phone.post(link, { do: "fine", milestone: content });
  expect([fine.status, fine.headers.location]).toEqual([303, `${link}?done=said#m-${content}`]);
  await phone.post(link, { do: "fine", milestone: content });
  await phone.post(link, { do: "question", milestone: launch, words: "Can the <b>shop</b> open first?" });
  await phone.post(link, {
    do: "proposal",
    milestone: launch,
    words: "After Easter",
    targetOn: "2026-05-04",
  });
  await phone.post(link, { do: "proposal", milestone: "", words: "Fewer meetings" });
  expect(await wordsAbout(content)).toMatchObject([{ kind: "fine", personId: dana.id }]);
  expect(await wordsAbout(launch)).toMatchObject([
    { kind: "question", words: "Can the <b>shop</b> open first?", proposalId: null },
    { kind: "proposal", words: "After Easter", targetOn: "2026-05-04", proposalId: expect.any(String) },
  ]);
  expect((await now()).words[1]).toMatchObject({ kind: "proposal", words: "Fewer meetings" });
  expect((await (await signedIn(server, dana)).get(home)).body).toContain(
    "You can add to it until it is over",
  );
  const shown = (await phone.get(link)).body;
  expect(shown).toContain("Can the &lt;b&gt;shop&lt;/b&gt; open first?");
  const { items } = (await sam.get(`${at}/proposals`)).body;
  expect(items).toMatchObject([{ words: "After Easter", patch: { targetOn: "2026-05-04" }, state: "open" }]);
});

test("what is missing is said above the same page, with what was typed", async () => {
  const phone = await signedIn(server, dana);
  const empty = await phone.post(page, { do: "proposal", milestone: launch, words: " " });
  expect([empty.status, empty.body.includes("or choose another date")]).toEqual([400, true]);
  expect((await phone.post(page, { do: "fine", milestone: crypto.randomUUID() })).status).toBe(404);
});

test("in German it is German", async () => {
  const language = async (to: string) =>
    database.inWorkspace(seed.workspaceId, (tx) =>
      tx.updateTable("persons").set({ language: to }).where("id", "=", dana.id).execute(),
    );
  await language("de");
  const { body } = await (await signedIn(server, dana)).get(page);
  expect(body).toContain("Etwas fragen oder anders vorschlagen");
  await language("en");
});

test("once it is held one can only read, and the record has what was said", async () => {
  const held = await sam.post(`${path}/close`, { untoldReason: "On Friday" });
  expect(held.status).toBe(200);
  const phone = await signedIn(server, dana);
  expect((await phone.get(page)).body).toContain("This review is over");
  const late = await phone.post(page, { do: "question", milestone: content, words: "Too late?" });
  expect(late.status).toBe(409);
  expect(await wordsAbout(launch)).toHaveLength(2);
});
