import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo } = seed;
const { body: milestone } = await as(sam).post(`/projects/${seed.acme.id}/milestones`, {
  title: "Site live",
});

async function add(title: string, kind: string, required?: boolean) {
  const { body } = await as(sam).post(`/milestones/${milestone.id}/deliverables`, {
    title,
    kind,
    ...(required === undefined ? {} : { required }),
  });
  return body.deliverables.find((one: { title: string }) => one.title === title);
}

test("something to hand in is required unless said otherwise", async () => {
  expect(await add("Address", "link")).toMatchObject({ kind: "link", required: true, deliveredAt: null });
  expect(await add("Notes", "text", false)).toMatchObject({ required: false });
  expect(
    (await as(jo).post(`/milestones/${milestone.id}/deliverables`, { title: "X", kind: "link" })).status,
  ).toBe(403);
});

test("a member hands it in, and may take it back", async () => {
  const link = await add("Test site", "link");
  const path = `/deliverables/${link.id}`;
  const given = await as(jo).put(`${path}/content`, { url: "https://test.example" }, { "if-match": '"r1"' });
  const shown = (answer: typeof given) =>
    answer.body.deliverables.find((one: { id: string }) => one.id === link.id);
  expect(shown(given)).toMatchObject({
    url: "https://test.example",
    deliveredBy: jo.id,
    deliveredAt: "2026-03-02T09:00:00.000Z",
    revision: 2,
  });
  expect((await as(jo).put(`${path}/content`, { url: null }, { "if-match": '"r1"' })).status).toBe(412);
  const back = await as(jo).put(`${path}/content`, { url: null }, { "if-match": '"r2"' });
  expect(shown(back)).toMatchObject({ url: null, deliveredAt: null });
});

test("a removed one comes back with what was handed in", async () => {
  const link = await add("Press page", "link");
  await as(jo).put(
    `/deliverables/${link.id}/content`,
    { url: "https://press.example" },
    { "if-match": '"r1"' },
  );
  const before = (await as(sam).get(`/milestones/${milestone.id}`)).body.deliverables;
  await as(sam).delete(`/deliverables/${link.id}`);
  const restore = `/milestones/${milestone.id}/deliverables/restore`;
  const back = await as(sam).post(restore, { deliverableId: link.id });
  expect(back).toMatchObject({ status: 200, body: { deliverables: before } });
  expect((await as(jo).post(restore, { deliverableId: link.id })).status).toBe(403);
});

test("a link is no text, and no address of another kind", async () => {
  const link = await add("Live site", "link");
  const send = (body: object) => as(jo).put(`/deliverables/${link.id}/content`, body, { "if-match": '"r1"' });
  expect(await send({ text: "here" })).toMatchObject({
    status: 422,
    body: { type: "urn:milepost:problem:deliverable-kind" },
  });
  expect((await send({ url: "javascript:alert(1)" })).status).toBe(400);
});

test("another kind empties it", async () => {
  const link = await add("Report", "link");
  await as(jo).put(`/deliverables/${link.id}/content`, { url: "https://a.example" }, { "if-match": '"r1"' });
  const { body } = await as(sam).patch(`/deliverables/${link.id}`, { kind: "text" }, { "if-match": '"r2"' });
  expect(body.deliverables.find((one: { id: string }) => one.id === link.id)).toMatchObject({
    kind: "text",
    url: null,
    deliveredAt: null,
  });
  expect((await as(sam).delete(`/deliverables/${link.id}`)).status).toBe(204);
});

test("a file of the project is handed in, any other is not there", async () => {
  const wanted = await add("Contract", "file");
  const own = newId();
  const theirs = newId();
  await server.database.inWorkspace(seed.workspaceId, async (tx) => {
    for (const [id, projectId] of [
      [own, seed.acme.id],
      [theirs, seed.baker.id],
    ] as const)
      await tx
        .insertInto("files")
        .values({ workspaceId: seed.workspaceId, id, projectId, name: "a.pdf" })
        .execute();
  });
  const send = (fileId: string) =>
    as(seed.amara).put(`/deliverables/${wanted.id}/content`, { fileId }, { "if-match": '"r1"' });
  expect((await send(theirs)).status).toBe(404);
  expect((await send(newId())).status).toBe(404);
  const { body } = await send(own);
  expect(body.deliverables.find((one: { id: string }) => one.id === wanted.id)).toMatchObject({
    fileId: own,
    deliveredBy: seed.amara.id,
  });
  await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .insertInto("trash")
      .values({ workspaceId: seed.workspaceId, id: newId(), kind: "file", thingId: own, title: "a.pdf" })
      .execute(),
  );
  const page = await as(sam).get(`/milestones/${milestone.id}`);
  expect(page.body.deliverables.find((one: { id: string }) => one.id === wanted.id)).toMatchObject({
    fileId: null,
    deliveredAt: null,
  });
});
