import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type Browser, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit, database, app } = server;
const { dana, lee, mira } = await seedContacts(server);
const { workspaceId, acme } = seed;
const at = "/portal/birch/acme";
const sam = as(seed.sam);

await database.inWorkspace(workspaceId, (tx) =>
  tx
    .updateTable("projects")
    .set({ securityLevel: "easy", outcome: "A site that books tables", scopeIn: "Menu", scopeOut: "Photos" })
    .where("id", "=", acme.id)
    .execute(),
);
await sam.post(`/projects/${acme.id}/objectives`, {
  statement: "Raise bookings",
  clientReason: "The new room",
  measure: "Bookings",
  unit: "a week",
  baseline: 100,
  target: 120,
  current: 104,
  targetOn: "2026-06-30",
});
const plan = await publishedPlan(server, [
  { title: "Größe „geprüft“", targetOn: "2026-02-20", priceMinor: 300_000 },
  { title: "Content ready", targetOn: "2026-03-12" },
]);
const [first = "", second = ""] = plan.ids;
await sam.post(`/milestones/${second}/criteria`, {
  text: "14 drafts are approved",
});
await plan.publish("Said what is done when.");
const { body: hidden } = await sam.post(`/projects/${acme.id}/milestones`, {
  title: "HIDDEN",
  targetOn: "2026-04-01",
});
const phone = await signedIn(server, dana);
const see = async (path: string, who: Browser = phone) => (await who.get(`${at}${path}`)).body;

describe("the plan", () => {
  test("stands on one page with its measure, scope, milestones and version", async () => {
    await plan.reach(first, "2026-02-19");
    const body = await see("/plan");
    for (const words of [
      "Plan version 2 of Mon 2 Mar",
      "A site that books tables",
      "Bookings: Before: 100 a week · Now: 104 a week · Target: 120 a week · Until Tue 30 Jun",
      "Größe „geprüft“",
      "€3,000",
      "Reached",
      "Part of it",
      "Not part of it",
      "Sam leads the project.",
    ])
      expect(body, words).toContain(words);
    expect(body).not.toMatch(/HIDDEN|ZEBRA/);
    expect(body.match(/<h1>/g)).toHaveLength(1);
  });

  test("can be kept as a tagged PDF with the same words", async () => {
    const answer = await app.inject({ url: `${at}/plan.pdf`, headers: { cookie: phone.cookie } });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    const source = answer.rawPayload.toString("latin1");
    for (const mark of ["/MarkInfo", "/StructTreeRoot", "/S /Table\n", "/S /H2\n", "/Lang (en)"])
      expect(source).toContain(mark);
    const { status, stdout } = spawnSync("pdftotext", ["-", "-"], { input: answer.rawPayload });
    const text = status === 0 ? stdout.toString() : "";
    if (status === 0)
      for (const words of [
        "Größe „geprüft“",
        "€3,000",
        "14 drafts are approved",
        "Studio Birch",
        "Printed Mon 2 Mar",
      ])
        expect(text, words).toContain(words);
    expect(`${source}${text}`).not.toMatch(/HIDDEN|ZEBRA/);
  });

  test("is nobody's before it is published, and not of another client", async () => {
    const other = await signedIn(server, mira);
    expect((await other.get("/portal/birch/baker/plan")).body).toContain("The plan is being made.");
    expect((await other.get("/portal/birch/baker/plan.pdf")).status).toBe(404);
    for (const path of ["/plan", "/plan.pdf", "/m/1", "/updates", "/files"])
      expect((await other.get(`${at}${path}`)).status, path).toBe(404);
  });
});

describe("a milestone", () => {
  test("says when it is done, and what of that is met only where the project shows it", async () => {
    expect(await see("/m/2")).toContain("14 drafts are approved");
    expect(await see("/m/2")).not.toContain('aria-label="Met"');
    await database.inWorkspace(workspaceId, async (tx) => {
      await tx.updateTable("criteria").set({ answer: "met" }).where("milestoneId", "=", second).execute();
      await tx.updateTable("projects").set({ showsCriteria: true }).where("id", "=", acme.id).execute();
    });
    expect(await see("/m/2")).toContain('aria-label="Met"');
  });

  test("that clients were not shown is not there", async () => {
    expect(hidden.number).toBe(3);
    for (const number of ["3", "0", "x", "01"])
      expect((await phone.get(`${at}/m/${number}`)).status, number).toBe(404);
  });

  test("has talk of its own that both sides read", async () => {
    const sent = await phone.post(`${at}/m/2`, { words: "When do you need the texts?" });
    expect(sent.headers.location).toBe(`${at}/m/2#talk`);
    const { items } = (await sam.get(`/comments?subject=milestone:${second}&audience=client`)).body;
    expect(items).toMatchObject([{ body: "When do you need the texts?", authorName: "Dana Reyes" }]);
    await sam.post("/comments", {
      subject: { kind: "milestone", id: second },
      audience: "team",
      body: "ZEBRA",
    });
    const body = await see("/m/2", await signedIn(server, lee));
    expect(body).toContain("When do you need the texts?");
    expect(body).not.toContain("ZEBRA");
    expect(await see("")).not.toContain("When do you need the texts?");
  });
});

describe("updates", () => {
  test("are what was published, written, reached and decided, newest first", async () => {
    await sam.post(`/projects/${acme.id}/messages`, { title: "A thing", body: "ZEBRA", audience: "team" });
    const message = await sam.post(`/projects/${acme.id}/messages`, {
      title: "New number",
      body: "Call **us**",
      audience: "client",
    });
    expect(message.status).toBe(201);
    const body = await see("/updates");
    const places = ["New number", "Said what is done when.", "Here is our plan.", "is reached."].map(
      (words) => body.indexOf(words),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(body).toContain("Call <strong>us</strong>");
    expect(body).not.toContain("ZEBRA");
  });

  test("have a page for each message, on which it is answered; what the team wrote to itself has none", async () => {
    const send = async (audience: string) =>
      (await sam.post(`/projects/${acme.id}/messages`, { title: "Menu", body: "Which one?", audience })).body
        .id;
    const id = await send("client");
    const page = `${at}/updates/${id}`;
    expect((await phone.post(page, { words: "The second" })).status).toBe(303);
    expect((await phone.get(page)).body).toContain("The second");
    expect((await sam.get(`/comments?subject=message:${id}&audience=client`)).body.items).toMatchObject([
      { body: "The second", authorId: dana.id },
    ]);
    expect((await phone.get(`${at}/updates/${await send("team")}`)).status).toBe(404);
    await sam.delete(`/messages/${id}`);
    expect((await phone.get(page)).status).toBe(404);
  });

  test("come in pages", async () => {
    for (let n = 0; n < 20; n++) {
      kit.at = new Date(kit.at.getTime() + 60_000);
      await sam.post(`/projects/${acme.id}/messages`, { title: `Note ${n}.`, body: "x", audience: "client" });
    }
    const [newest, older] = [await see("/updates"), await see("/updates?page=2")];
    expect(newest).toContain("Note 19.");
    expect(newest).not.toContain("Here is our plan.");
    expect(older).toContain("Here is our plan.");
    expect(older).toContain(`href="${at}/updates?page=1"`);
  });
});

describe("files", () => {
  const upload = async (who: Browser, names: string[]) => {
    const form = /name="form" value="([^"]+)"/.exec(await see("/files", who))?.[1] ?? "";
    const files = names.map((name) => new File([`bytes of ${name}`], name));
    const data = new FormData();
    data.set("form", form);
    for (const file of files) data.append("files", file);
    const request = new Request("http://localhost/", { method: "POST", body: data });
    return app.inject({
      method: "POST",
      url: `${at}/files`,
      headers: {
        "content-type": request.headers.get("content-type") ?? "",
        cookie: who.cookie,
        accept: "text/html",
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };

  test("are sent by an approver, several at once, and stand on both sides", async () => {
    const sent = await upload(phone, ["logo.svg", "menu <b>.txt"]);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${at}/files`]);
    const body = await see("/files");
    expect(body).toContain("menu &lt;b&gt;.txt");
    const { items } = (await sam.get(`/files?subject=project:${acme.id}`)).body;
    expect(
      items.map(({ name, audience }: { name: string; audience: string }) => [name, audience]).sort(),
    ).toEqual([
      ["logo.svg", "client"],
      ["menu <b>.txt", "client"],
    ]);
  });

  test("leave only to be saved, to people of this client", async () => {
    const [, path = ""] = /href="([^"]+)">logo\.svg/.exec(await see("/files")) ?? [];
    const { headers, body, status } = await phone.get(path);
    expect([status, body]).toEqual([200, "bytes of logo.svg"]);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-disposition": expect.stringMatching(/^attachment/),
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    expect((await (await signedIn(server, mira)).get(path)).status).toBe(404);
    expect((await phone.get(path.replace(/1$/, "2"))).status).toBe(404);
    const team = await sam.get(`/files?subject=project:${acme.id}`);
    await sam.delete(`/files/${team.body.items[0].id}`);
    await sam.delete(`/files/${team.body.items[1].id}`);
    expect((await phone.get(path)).status).toBe(404);
  });

  test("are nothing that somebody who looks on can send", async () => {
    const watcher = await signedIn(server, lee);
    expect(await see("/files", watcher)).not.toContain("Send us files");
    expect((await upload(watcher, ["x.txt"])).statusCode).toBe(403);
    const none = await upload(phone, []);
    expect([none.statusCode, none.body.includes("Choose at least one file.")]).toEqual([400, true]);
  });
});
