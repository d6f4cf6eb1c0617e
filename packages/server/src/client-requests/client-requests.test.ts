import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const project = `/projects/${seed.acme.id}/client-requests`;
const ifMatch = (revision: number) => ({ "if-match": `"r${revision}"` });

const mailed = (kind: string, to: string) =>
  database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("kind", "=", kind)
    .where("toEmail", "=", to)
    .orderBy("id")
    .execute();

async function request(more: object = {}): Promise<Loose> {
  const { body } = await as(seed.jo).post(project, {
    kind: "files",
    title: "Photos of the shop",
    contactId: dana.id,
    dueOn: "2026-03-12",
    ...more,
  });
  return body;
}

async function asked(more: object = {}): Promise<Loose> {
  const { id } = await request(more);
  return (await as(seed.jo).post(`/client-requests/${id}/ask`)).body;
}

test("a member writes a request, asks, and the named contact gets one mail with a link of their own", async () => {
  const draft = await request({ why: "The gallery needs them." });
  expect(draft).toMatchObject({ state: "draft", number: 1, askedAt: null, contactName: "Dana Reyes" });
  expect(await mailed("request", dana.email)).toEqual([]);
  const { status, body } = await as(seed.jo).post(`/client-requests/${draft.id}/ask`);
  expect([status, body.state, body.askedAt]).toEqual([200, "asked", "2026-03-02T09:00:00.000Z"]);
  const [mail] = await mailed("request", dana.email);
  expect(mail?.subject).toBe("ACME project: we need “Photos of the shop” by Thu 12 Mar 2026");
  expect(JSON.stringify(mail?.data)).not.toMatch(/[\w-]{43}/);
  expect((await as(seed.jo).post(`/client-requests/${draft.id}/ask`)).status).toBe(409);
  expect(await mailed("request", dana.email)).toHaveLength(1);
});

test("what is asked for can be nobody's, of another project's people or milestones, or of no client", async () => {
  const draft = await request({ contactId: null });
  const unasked = await as(seed.jo).post(`/client-requests/${draft.id}/ask`);
  expect([unasked.status, unasked.body.type]).toEqual([422, expect.stringContaining("no-contact")]);
  for (const foreign of [{ contactId: mira.id }, { milestoneId: newId() }, { contactId: seed.jo.id }]) {
    const { status } = await as(seed.jo).post(project, { kind: "confirm", title: "Colours", ...foreign });
    expect([foreign, status]).toEqual([foreign, 404]);
  }
  const questions = await request({ kind: "answers" });
  expect((await as(seed.jo).post(`/client-requests/${questions.id}/ask`)).status).toBe(422);
});

test("text is written over what was seen, and what was asked stays as it was asked", async () => {
  const { id, revision } = await request();
  const path = `/client-requests/${id}`;
  expect((await as(seed.jo).patch(path, { title: "More photos" })).status).toBe(428);
  const changed = await as(seed.jo).patch(path, { title: "More photos" }, ifMatch(revision));
  expect([changed.status, changed.body.title]).toEqual([200, "More photos"]);
  const late = await as(seed.sam).patch(path, { title: "All photos" }, ifMatch(revision));
  expect([late.status, late.body.facts.current.title]).toEqual([412, "More photos"]);
  const now = (await as(seed.jo).post(`${path}/ask`)).body;
  const other = await as(seed.jo).patch(path, { contactId: lee.id }, ifMatch(now.revision));
  expect(other.status).toBe(422);
  const later = await as(seed.jo).patch(path, { dueOn: "2026-03-20" }, ifMatch(now.revision));
  expect(later.body.dueOn).toBe("2026-03-20");
});

test("guests and other clients know nothing of it", async () => {
  const { id } = await asked();
  expect((await as(seed.gil).get(`/client-requests/${id}`)).status).toBe(404);
  expect((await as(seed.gil).get(project)).body.items).toEqual([]);
  expect((await as(seed.gil).get("/client-requests")).body.items).toEqual([]);
  expect((await as(seed.kim).get(`/client-requests/${id}`)).status).toBe(404);
  const waiting = (await as(seed.jo).get("/client-requests")).body.items;
  expect(waiting.map((each: Loose) => each.id)).toContain(id);
  expect((await as(seed.kim).get("/client-requests")).body.items).toEqual([]);
});

test("an answer is accepted or sent back with a reason, on the same clock", async () => {
  const { id, number } = await asked({ kind: "access" });
  const page = `/portal/birch/acme/requests/${number}`;
  const phone = await signedIn(server, dana, "link");
  await phone.post(page, { do: "send", words: "Ask our agency." });
  const answered = (await as(seed.jo).get(`/client-requests/${id}`)).body;
  expect(answered).toMatchObject({ state: "answered", sent: [{ round: 1, words: "Ask our agency." }] });
  const back = await as(seed.jo).post(`/client-requests/${id}/send-back`, {
    round: 1,
    reason: "Which agency?",
  });
  expect(back.body).toMatchObject({ state: "asked", askedAt: answered.askedAt, answeredAt: null });
  expect((await phone.get(page)).body).toContain("Which agency?");
  expect((await mailed("request", dana.email)).at(-1)?.data).toMatchObject({ turn: "returned" });
  expect((await as(seed.jo).post(`/client-requests/${id}/accept`, { round: 1 })).status).toBe(409);
  await phone.post(page, { do: "send", words: "Kern and Co." });
  expect((await as(seed.jo).post(`/client-requests/${id}/accept`, { round: 1 })).status).toBe(409);
  const accepted = await as(seed.jo).post(`/client-requests/${id}/accept`, { round: 2 });
  expect(accepted.body).toMatchObject({
    state: "accepted",
    sent: [{ returnedReason: "Which agency?" }, { round: 2 }],
  });
  expect((await phone.get(page)).body).toContain("All is there");
});

test("of two answers at once, and of an answer and a cancelling, one counts", async () => {
  const phone = await signedIn(server, dana, "link");
  for (let turn = 0; turn < 10; turn++) {
    const { id, number } = await asked({ kind: "confirm", title: `Colour ${turn}` });
    const page = `/portal/birch/acme/requests/${number}`;
    const tries = await Promise.all(["one", "two"].map((words) => phone.post(page, { do: "send", words })));
    expect(tries.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { sent } = (await as(seed.jo).get(`/client-requests/${id}`)).body;
    expect(sent).toHaveLength(1);
  }
  for (let turn = 0; turn < 10; turn++) {
    const { id, number } = await asked({ kind: "confirm", title: `Font ${turn}` });
    const page = `/portal/birch/acme/requests/${number}`;
    const [answer, cancel] = await Promise.all([
      phone.post(page, { do: "send", words: "yes" }),
      as(seed.jo).post(`/client-requests/${id}/cancel`),
    ]);
    const { state, sent } = (await as(seed.jo).get(`/client-requests/${id}`)).body;
    // What is answered may still be cancelled; what is cancelled is never answered.
    expect(cancel.status).toBe(200);
    expect([state, sent.length]).toEqual(["cancelled", answer.status === 303 ? 1 : 0]);
  }
});

test("of 50 who accept or send back at once, one does", async () => {
  const phone = await signedIn(server, dana, "link");
  for (let turn = 0; turn < 10; turn++) {
    const { id, number } = await asked({ kind: "confirm", title: `Sign ${turn}` });
    await phone.post(`/portal/birch/acme/requests/${number}`, { do: "send", words: "" });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        n % 2 === 0
          ? as(seed.jo).post(`/client-requests/${id}/accept`, { round: 1 })
          : as(seed.sam).post(`/client-requests/${id}/send-back`, { round: 1, reason: "No." }),
      ),
    );
    const counts = Map.groupBy(answers, ({ status }) => status);
    expect([counts.get(200)?.length, counts.get(409)?.length]).toEqual([1, 49]);
  }
}, 60_000);
