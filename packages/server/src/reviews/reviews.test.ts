import { expect, test } from "vitest";
import { seedContacts } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { workspaceId } = seed;
await seedContacts(server);
const sam = as(seed.sam);
const ada = as(seed.ada);
const jo = as(seed.jo);
const at = `/projects/${seed.acme.id}`;
const plan = await publishedPlan(server, [
  { title: "Content ready", targetOn: "2026-03-20" },
  { title: "Launch", targetOn: "2026-04-30" },
]);
const [content = "", launch = ""] = plan.ids;

const read = async (id: string): Promise<Loose> => (await sam.get(`/reviews/${id}`)).body;
const lineOf = (review: Loose, id: string): Loose =>
  review.lines.find((line: Loose) => line.milestoneId === id);
const rows = () => database.maintenance.selectFrom("reviews").selectAll().execute();

test("opened by four at once it is one review, with how each milestone stands", async () => {
  await sam.post(`${at}/cards`, { title: "Texts", milestoneId: content, likely: 480 });
  const answers = await Promise.all([sam, ada, sam, ada].map((who) => who.post(`${at}/reviews`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await rows()).toHaveLength(1);
  const review = await read(answers[0]?.body.id);
  expect(review.lines.map(({ title }: Loose) => title)).toEqual(["Content ready", "Launch"]);
  expect(lineOf(review, content)).toMatchObject({
    ref: "ACME-M1",
    targetOn: "2026-03-20",
    toldTargetOn: "2026-03-20",
    opened: { computed: "not_enough_data", targetOn: "2026-03-20" },
    changed: [],
    last: null,
    cards: { done: 0, count: 1, estimated: 1 },
    since: { done: 0, added: 1 },
    stated: null,
    decision: null,
    revision: 1,
  });
  expect(review.since).toMatchObject({ reviewId: null, on: null, added: 1, decisions: 0 });
  expect([seed.sam.id, seed.ada.id]).toContain(review.leaderId);
  expect(review.notice).toMatchObject({ last: 1, count: 0 });
});

test("who is not of the project does not see it, and who does not lead does not open it", async () => {
  const [{ id = "" } = {}] = await rows();
  expect((await jo.get(`/reviews/${id}`)).body).toMatchObject({
    notice: null,
    may: { lead: false, write: true },
  });
  for (const person of [seed.kim, seed.gil, seed.other.owner])
    expect((await as(person).get(`/reviews/${id}`)).status).toBe(404);
  expect((await jo.post(`${at}/reviews`)).status).toBe(403);
});

test("an occurrence of the cadence that has come is the one that is opened", async () => {
  const project = (await ada.get(`/projects/${seed.baker.id}`)).body;
  const dueAt = new Date("2026-03-02T08:00:00Z");
  const id = crypto.randomUUID();
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto("reviews")
      .values({ workspaceId, id, projectId: project.id, dueAt, dueOn: "2026-03-02" })
      .execute(),
  );
  const opened = (await ada.post(`/projects/${project.id}/reviews`)).body;
  expect(opened).toMatchObject({ id, dueAt: dueAt.toISOString(), leaderId: seed.ada.id });
});

test("everybody goes along with the leader, and whoever may takes over", async () => {
  const { id } = (await sam.post(`${at}/reviews`)).body;
  await sam.put(`/reviews/${id}/lead`);
  expect((await sam.put(`/reviews/${id}/place`, { milestoneId: launch })).status).toBe(204);
  expect((await jo.post(`/reviews/${id}/attendance`)).body).toEqual({
    leaderId: seed.sam.id,
    placeId: launch,
  });
  await jo.post(`/reviews/${id}/attendance`);
  expect((await ada.put(`/reviews/${id}/place`, { milestoneId: content })).status).toBe(409);
  expect((await sam.put(`/reviews/${id}/place`, { milestoneId: crypto.randomUUID() })).status).toBe(404);
  expect((await jo.put(`/reviews/${id}/lead`)).status).toBe(403);
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("members").set({ status: "removed" }).where("personId", "=", seed.sam.id).execute(),
  );
  expect(await (await ada.get(`/reviews/${id}`)).body).toMatchObject({ leaderHere: false, placeId: launch });
  expect((await ada.put(`/reviews/${id}/lead`)).status).toBe(204);
  expect((await ada.put(`/reviews/${id}/place`, { milestoneId: content })).status).toBe(204);
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("members").set({ status: "active" }).where("personId", "=", seed.sam.id).execute(),
  );
  const joined = await database.maintenance
    .selectFrom("events")
    .select("actorId")
    .where("verb", "=", "review.joined")
    .execute();
  expect(joined).toEqual([{ actorId: seed.jo.id }]);
});

test("who has not been heard of for more than a minute is away", async () => {
  const { id } = (await sam.post(`${at}/reviews`)).body;
  const here = async () =>
    (await read(id)).attendance.find(({ personId }: Loose) => personId === seed.jo.id).here;
  expect(await here()).toBe(true);
  kit.at = new Date(kit.at.getTime() + 76_000);
  expect(await here()).toBe(false);
});
