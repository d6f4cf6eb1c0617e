import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { messageOf } from "../mail/mail-sender.ts";
import { seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";
import { makeScheduledReports } from "./report-schedules.ts";

const server = await testServer();
const { seed, as, kit, database, app, login } = server;
const { dana, lee, mira } = await seedContacts(server);
const { workspaceId, acme } = seed;
const sam = as(seed.sam);
const project = `/projects/${acme.id}`;
const at = "/portal/birch/acme";
const WORD = "Abnahmebereitschaftserklärungsübergabe";

await database.inWorkspace(workspaceId, (tx) =>
  tx
    .updateTable("projects")
    .set({ securityLevel: "easy", name: "Website", showsForecast: true })
    .where("id", "=", acme.id)
    .execute(),
);
await database.inWorkspace(workspaceId, (tx) =>
  tx.updateTable("persons").set({ language: "de" }).where("id", "=", dana.id).execute(),
);
const days = (n: number) => new Date(Date.UTC(2026, 2, 10 + 9 * n)).toISOString().slice(0, 10);
const before = await sam.post(`${project}/reports`, { personIds: [], last: 0 });
const plan = await publishedPlan(
  server,
  Array.from({ length: 12 }, (_, n) => ({
    title: `${WORD} ${n + 1} und Freigabe aller Zwischenergebnisse`,
    targetOn: days(n),
    priceMinor: 100_000,
  })),
);
const [first = "", second = ""] = plan.ids;
const risk = { chance: 30, impactLow: 1, impactLikely: 2, impactHigh: 3, ownerId: seed.jo.id };
await sam.post(`${project}/risks`, {
  ...risk,
  title: "Legal review is slow",
  response: "Ask early",
  audience: "client",
});
await sam.post(`${project}/risks`, { ...risk, title: "ZEBRA risk", response: "ZEBRA" });
const asked = await sam.post(`${project}/client-requests`, {
  kind: "files",
  title: "Texts of the start page",
  contactId: dana.id,
  dueOn: "2026-03-09",
});
await sam.post(`/client-requests/${asked.body.id}/ask`);
await plan.move(second, "2026-03-27");
await plan.publish("The legal review took longer.");
await plan.reach(first, "2026-03-01");
await plan.move(plan.ids[3] ?? "", "2026-06-30");
const phone = await signedIn(server, dana);

const textOf = (bytes: Buffer) => {
  const { status, stdout } = spawnSync("pdftotext", ["-layout", "-", "-"], { input: bytes });
  return status === 0 ? stdout.toString() : null;
};
const pdf = async (n: number, paper: string) =>
  (await app.inject({ url: `${at}/report/${n}/${paper}.pdf`, headers: { cookie: phone.cookie } })).rawPayload;

test("there is none before anything is published", async () => {
  expect([before.status, before.body.type ?? before.body.id]).toMatchObject([
    422,
    expect.stringContaining("not-published"),
  ]);
});

describe("a report that is made", () => {
  test("says what the client reads, to the people who were chosen, each in their language", async () => {
    const { status, body } = await sam.post(`${project}/reports`, { personIds: [dana.id, lee.id], last: 0 });
    expect([status, body]).toMatchObject([
      201,
      {
        n: 1,
        onDate: "2026-03-02",
        publication: 2,
        by: { name: "Sam" },
        readers: [{ name: "Dana Reyes" }, { name: "Lee Marsh" }],
      },
    ]);
    const page = (await phone.get(`${at}/report`)).body;
    for (const words of [
      "Statusbericht: Website",
      "1 von 12 Meilensteinen erreicht.",
      "The legal review took longer.",
      "Erster Plan",
      "Ask early",
      "(Jo)",
      "Texts of the start page: Wartet auf Dana Reyes. Bis Mo, 9. März.",
      "Zahlungen",
    ])
      expect(page, words).toContain(words);
    expect(page).not.toMatch(/ZEBRA|30\. Juni/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const english = (await (await signedIn(server, lee)).get(`${at}/report/1`)).body;
    expect(english).toContain("M2 ");
    expect(english).toContain("Fri 27 Mar");
    expect(english).toContain("Thu 19 Mar");
  });

  test("is mailed whole, with a link that opens it", async () => {
    const rows = await database.maintenance
      .selectFrom("mails")
      .selectAll()
      .where("kind", "=", "report")
      .execute();
    expect(rows).toHaveLength(2);
    const own = rows.find(({ personId }) => personId === dana.id);
    if (!own) throw new Error("no mail");
    const { html, text, subject } = await messageOf(database, kit, own);
    expect(subject).toBe("Website: Statusbericht vom Mo, 2. März");
    for (const words of [
      "1 von 12 Meilensteinen erreicht.",
      "The legal review took longer.",
      "Von Ihnen gebraucht",
      "€",
    ])
      expect([text.includes(words), html.includes(words)], words).toEqual([true, true]);
    expect(`${html}${text}`).not.toContain("ZEBRA");
    const path = /\/h\/[\w-]+\?to=report/.exec(text)?.[0] ?? "";
    const door = await server.app.inject({
      url: path,
      headers: { accept: "text/html", "sec-fetch-mode": "navigate" },
    });
    expect(door.headers.location).toBe(`${at}/report`);
  });

  test("stays as it was, and is not written over", async () => {
    const article = async () =>
      /<article[\s\S]*<\/article>/.exec((await phone.get(`${at}/report/1`)).body)?.[0];
    const before = await article();
    await plan.publish("Another date.");
    expect(await article()).toBe(before);
    const again = await sam.post(`${project}/reports`, { personIds: [], last: 0 });
    expect(again.status).toBe(409);
    const next = await sam.post(`${project}/reports`, { personIds: [], last: 1 });
    expect([next.status, next.body.n, next.body.readers]).toEqual([201, 2, []]);
    expect((await phone.get(`${at}/report`)).body).toContain("Another date.");
    expect((await phone.get(`${at}/updates`)).body).toContain(`${at}/report/2`);
    expect((await phone.get(at)).body).toContain(`${at}/report`);
  });

  test("is nobody else's", async () => {
    const other = await signedIn(server, mira);
    for (const path of ["/report", "/report/1", "/report/1/a4.pdf"])
      expect((await other.get(`${at}${path}`)).status, path).toBe(404);
    for (const path of ["/report/9", "/report/x", "/report/1/a3.pdf", "/report/1/toString.pdf"])
      expect((await phone.get(`${at}${path}`)).status, path).toBe(404);
    const strange = await sam.post(`${project}/reports`, { personIds: [mira.id], last: 2 });
    expect(strange.status).toBe(400);
  });
});

test("the paper that is offered first is that of the workspace's country", async () => {
  const workspace = database.maintenance.updateTable("workspaces").where("workspaceId", "=", workspaceId);
  await workspace.set({ country: "US" }).execute();
  const { body } = await sam.post(`${project}/reports`, { personIds: [], last: 2 });
  await workspace.set({ country: "DE" }).execute();
  const offered = async (n: number) =>
    [...(await phone.get(`${at}/report/${n}`)).body.matchAll(/report\/\d+\/(\w+)\.pdf/g)].map(
      ([, paper]) => paper,
    );
  expect([await offered(body.n), await offered(1)]).toEqual([
    ["letter", "a4"],
    ["a4", "letter"],
  ]);
});

describe("U18: on paper", () => {
  test.each(["a4", "letter"])("%s is one page and a table, with the same words", async (paper) => {
    const bytes = await pdf(1, paper);
    const source = bytes.toString("latin1");
    for (const mark of ["/MarkInfo", "/StructTreeRoot", "/S /Table\n", "/S /Figure\n", "/Lang (de)"])
      expect(source, mark).toContain(mark);
    const text = textOf(bytes);
    if (text === null) return;
    const pages = text.split("\f").filter((page) => page.trim() !== "");
    const [one = "", table = ""] = pages;
    expect(pages).toHaveLength(2);
    for (const words of [
      "Statusbericht: Website",
      "Der Weg",
      "Von Ihnen gebraucht",
      "Was den Termin verschieben",
      "Ask early",
      "M12 ",
    ])
      expect(one, words).toContain(words);
    expect(table.match(/M\d+ Abnahmebereitschafts/g)).toHaveLength(12);
    expect(text).not.toContain("ZEBRA");
    const size = spawnSync("pdfinfo", ["-"], { input: bytes }).stdout?.toString() ?? "";
    expect(size).toMatch(paper === "a4" ? /595(\.\d+)? x 841/ : /612 x 792/);
  });

  test("the same report is the same document", async () => {
    const [one, two] = [await pdf(1, "a4"), await pdf(1, "a4")];
    expect(one.equals(two)).toBe(true);
  });
});

test("what would be told is shown before, in both languages", async () => {
  const english = (await sam.get(`${project}/report-preview`)).body;
  const german = (await sam.get(`${project}/report-preview?language=de`)).body;
  expect([english.text.title, german.text.title]).toEqual([
    "Status report: Website",
    "Statusbericht: Website",
  ]);
  expect(JSON.stringify([english, german])).not.toContain("ZEBRA");
  expect((await as(seed.jo).get(`${project}/report-preview`)).status).toBe(403);
});

describe("a schedule", () => {
  const second = openDatabase(login, () => undefined);
  afterAll(() => second.close());
  const made = async () => {
    const { items } = (await sam.get(`${project}/reports`)).body;
    return items.filter(({ by }: { by: unknown }) => by === null);
  };
  const tick = () =>
    Promise.all([makeScheduledReports({ database, kit }), makeScheduledReports({ database: second, kit })]);

  test("makes one report a month, whoever looks and however often", async () => {
    const wanted = { dayOfMonth: 29, atMinutes: 150, personIds: [lee.id], seen: null };
    expect((await sam.put(`${project}/report-schedule`, wanted)).status).toBe(400);
    const { status, body } = await sam.put(`${project}/report-schedule`, { ...wanted, dayOfMonth: 28 });
    expect([status, body.schedule]).toMatchObject([
      200,
      { nextAt: "2026-03-28T01:30:00.000Z", personIds: [lee.id] },
    ]);
    await tick();
    expect(await made()).toHaveLength(0);
    kit.at = new Date("2026-03-28T01:29:00Z");
    await tick();
    expect(await made()).toHaveLength(0);
    kit.at = new Date("2026-03-28T01:31:00Z");
    for (let n = 0; n < 10; n++) await tick();
    expect(await made()).toMatchObject([{ onDate: "2026-03-28", readers: [{ name: "Lee Marsh" }] }]);
    kit.at = new Date("2026-04-28T00:31:00Z");
    await tick();
    expect(await made()).toHaveLength(2);
  });

  test("rests with its project, and is not caught up with long after", async () => {
    await database.maintenance
      .updateTable("projects")
      .set({ pausedAt: kit.at })
      .where("id", "=", acme.id)
      .execute();
    kit.at = new Date("2026-05-28T00:31:00Z");
    await tick();
    expect((await sam.get(`${project}/report-state`)).body.resting).toBe("paused");
    await database.maintenance
      .updateTable("projects")
      .set({ pausedAt: null })
      .where("id", "=", acme.id)
      .execute();
    kit.at = new Date("2026-06-02T00:31:00Z");
    await tick();
    expect(await made()).toHaveLength(2);
  });

  test("is changed over what was seen, and ended", async () => {
    const { schedule } = (await sam.get(`${project}/report-state`)).body;
    const wanted = { dayOfMonth: 1, atMinutes: 480, personIds: [], seen: schedule.revision };
    expect((await sam.put(`${project}/report-schedule`, wanted)).body.schedule.nextAt).toBe(
      "2026-07-01T06:00:00.000Z",
    );
    expect((await sam.put(`${project}/report-schedule`, wanted)).status).toBe(409);
    expect((await sam.delete(`${project}/report-schedule`)).status).toBe(204);
    kit.at = new Date("2026-07-01T07:00:00Z");
    await tick();
    expect(await made()).toHaveLength(2);
  });
});
