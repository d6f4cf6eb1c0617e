import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sealPending } from "../events/sealer.ts";
import { sendDueMails } from "../mail/mail-sender.ts";
import { askingAcme, shownHash } from "../testing/approvals.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { checkRecord } from "./check-record.ts";
import { verifyAll } from "./verify-all.ts";
import { verifyFile } from "./verify-file.ts";

const server = await testServer();
const { seed, as, app, database, kit } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana, lee, mira } = people;
const { activeMilestone, askWhetherDone, linkOf, easy, later } = askingAcme(server, sam, people);
await easy();
const folder = mkdtempSync(join(tmpdir(), "milepost-evidence-"));

const milestoneId = await activeMilestone("Startseite fertig", ["Läuft auf dem Telefon", "Unter 2 s"]);
const { id, number } = (await askWhetherDone(milestoneId)).body;
const link = await linkOf(id, dana.id);
const phone = browser(server);
const page = await phone.get(link);

async function bytes(path: string, cookie = "") {
  const answer = await app.inject({ method: "GET", url: path, headers: { cookie } });
  return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
}

const record = () => bytes(`/api/v1/approvals/${id}/record.json`, seed.sam.cookie);
const pdf = (path = `/api/v1/approvals/${id}/certificate.pdf`, cookie = seed.sam.cookie) =>
  bytes(path, cookie);

function textOf(body: Buffer): string {
  const { stdout } = spawnSync("pdftotext", ["-layout", "-", "-"], { input: body });
  return stdout.toString();
}

test("J11 the decision is sealed before its receipt, and the chain's head stands on the page and in the mails", async () => {
  expect((await pdf()).status).toBe(409);
  await phone.post(link, { verdict: "approved", words: "Danke, so ist es gut", hash: shownHash(page.body) });
  const receipt = await phone.get(`${link}/receipt`);
  const head = /<dt>Chain<\/dt><dd class="fingerprint">([0-9a-f]{64})/.exec(receipt.body)?.[1];
  const unsealed = await database.maintenance
    .selectFrom("events as e")
    .leftJoin("seals as s", "s.eventId", "e.id")
    .select("e.verb")
    .where("e.projectId", "=", seed.acme.id)
    .where("s.eventId", "is", null)
    .execute();
  expect([unsealed, receipt.body.includes("The certificate is ready from")]).toEqual([[], true]);
  const path = join(folder, "record.json");
  writeFileSync(path, (await record()).body);
  const { lines, code } = await verifyFile({ record: path, files: [], head });
  expect([code, lines.at(-1)]).toEqual([
    0,
    expect.stringContaining("ok       The head that you kept is record"),
  ]);
});

test("nothing leaves before the five minutes are over; then the certificate and the mails do", async () => {
  later(4);
  expect((await pdf()).body.toString()).toContain("too-soon");
  later(1);
  const { status, headers, body } = await pdf();
  expect([status, headers["content-type"]]).toEqual([200, "application/pdf"]);
  const source = body.toString("latin1");
  for (const part of ["/MarkInfo", "/StructTreeRoot", "/Lang (en)"]) expect(source).toContain(part);
  const sent: { to: string; text: string }[] = [];
  const transport = {
    send: async (mail: { to: string; text: string }) => void sent.push(mail),
    close: () => undefined,
  };
  await sendDueMails(database, kit, transport);
  const { links } = soundOf((await record()).body);
  for (const to of [dana.email, seed.sam.email]) {
    const mail = sent.find((each) => each.to === to && /Chain: /.test(each.text));
    const head = /Chain: ([0-9a-f]{64})/.exec(mail?.text ?? "")?.[1];
    expect([to, links.some(({ hash }) => hash === head)]).toEqual([to, true]);
  }
});

function soundOf(body: Buffer) {
  const checked = checkRecord(body);
  if (!("sound" in checked)) throw new Error(JSON.stringify(checked.fault));
  return checked.sound;
}

test("what is read: title, criteria, who, how, when with its zone, fingerprints, in the reader's language", async () => {
  const { fingerprint, head } = soundOf((await record()).body);
  const english = textOf((await pdf()).body);
  if (english !== "") {
    const words = english.replaceAll(/\s+/g, " ");
    expect(words).toContain("Startseite fertig");
    expect(words).toContain("Läuft auf dem Telefon · met, the team says");
    expect(words).toContain("Danke, so ist es gut");
    expect(words).toMatch(/Dana Reyes.*Approved.*by their own link/);
    expect(words).toContain("(Europe/Berlin)");
    for (const hash of [fingerprint, head.hash]) expect(words.replaceAll(" ", "")).toContain(hash);
  }
  await database.maintenance
    .updateTable("persons")
    .set({ language: "de" })
    .where("id", "=", dana.id)
    .execute();
  const german = await pdf(`${link}/certificate.pdf`, "");
  expect([german.status, german.body.toString("latin1").includes("/Lang (de)")]).toEqual([200, true]);
});

test("the record is the same for the team, by link and for observers; nobody else gets it", async () => {
  const observer = await signedIn(server, lee);
  const places = [
    [`${link}/record.json`, ""],
    [`/portal/birch/acme/decisions/${number}/record.json`, observer.cookie],
    [`/api/v1/approvals/${id}/record.json`, seed.sam.cookie],
  ] as const;
  const { body } = await record();
  for (const [path, cookie] of places) {
    const answer = await bytes(path, cookie);
    expect([path, answer.status, answer.body.equals(body)]).toEqual([path, 200, true]);
  }
  expect((await pdf(`/portal/birch/acme/decisions/${number}/certificate.pdf`, observer.cookie)).status).toBe(
    200,
  );
  const other = await signedIn(server, mira);
  expect((await bytes(`/portal/birch/acme/decisions/${number}/record.json`, other.cookie)).status).toBe(404);
  for (const [person, status] of [
    [seed.kim, 404],
    [seed.gil, 403],
    [seed.jo, 403],
    [seed.other.owner, 404],
  ] as const)
    expect((await bytes(`/api/v1/approvals/${id}/record.json`, person.cookie)).status).toBe(status);
});

test("everything that a decision can have is in a record that holds, and so is the database", async () => {
  const second = await activeMilestone("Texte fertig");
  const asked = (await askWhetherDone(second, { rule: "all" })).body;
  await sam.post(`/approvals/${asked.id}/decisions-on-behalf`, {
    personId: dana.id,
    verdict: "changes_requested",
    words: "Am Telefon",
    hash: asked.hash,
  });
  const round = (await sam.post(`/approvals/${asked.id}/next-round`, { changed: "Neu" })).body;
  expect(round).toMatchObject({ state: "open", round: 2 });
  for (const approvalId of [asked.id, round.id]) {
    const { status, body } = await bytes(`/api/v1/approvals/${approvalId}/record.json`, seed.sam.cookie);
    expect([status, checkRecord(body)]).toMatchObject([200, { sound: { ownEvents: expect.any(Number) } }]);
  }
  later(10);
  const written = textOf((await pdf(`/api/v1/approvals/${asked.id}/certificate.pdf`)).body);
  if (written !== "") expect(written.replaceAll(/\s+/g, " ")).toContain("written down by Sam");
  while ((await sealPending(database)) > 0);
  const { events, approvals } = await verifyAll(database, kit.dataDir);
  expect([events.faults, approvals.faults]).toEqual([[], []]);
});

test("a milestone that is deleted later, and a person who is erased, leave the evidence whole", async () => {
  await database.maintenance.deleteFrom("milestones").where("id", "=", milestoneId).execute();
  await database.maintenance
    .updateTable("persons")
    .set({ name: "", email: "" })
    .where("id", "=", dana.id)
    .execute();
  const { body } = await record();
  expect(body.toString()).not.toContain("Dana");
  const { names } = soundOf(body);
  expect(names.map(({ name }) => name)).toContain(null);
  const written = textOf((await pdf()).body);
  if (written !== "") expect(written).toContain("(name erased or changed)");
  await database.maintenance
    .updateTable("approvalSalts")
    .set({ salt: "" })
    .where("personId", "=", dana.id)
    .execute();
  const erased = textOf((await pdf()).body);
  if (erased !== "") expect(erased).toContain("Former contact");
  const { events, approvals } = await verifyAll(database, kit.dataDir);
  expect([events.faults, approvals.faults]).toEqual([[], []]);
});
