import { expect, test } from "vitest";
import { PNG, upload } from "../testing/multipart.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { jo, sam } = seed;
const project = `/projects/${seed.acme.id}`;
const make = async (title: string) => (await as(jo).post(`${project}/cards`, { title })).body;
const give = async (cardId: string, bytes: Buffer | string, name = "photo.png") =>
  (await upload(server, jo, { fields: { subjectKind: "card", subjectId: cardId }, bytes, name })).body;
const cover = (cardId: string, fileId: string | null, expected: string | null) =>
  as(jo).put(`/cards/${cardId}/cover`, { fileId, expected });
const shown = async (cardId: string) => {
  const { cards } = (await as(jo).get(`${project}/board`)).body;
  const { coverFileId, coverVersion } = cards.find(({ id }: { id: string }) => id === cardId);
  expect((await as(jo).get(`/cards/${cardId}`)).body).toMatchObject({ coverFileId, coverVersion });
  return [coverFileId, coverVersion];
};

test("a picture of the card becomes its cover, in its newest version, until it is taken away", async () => {
  const { id } = await make("Poster");
  const file = await give(id, PNG);
  expect((await cover(id, file.id, null)).body).toMatchObject({ coverFileId: file.id, coverVersion: 1 });
  await upload(server, jo, { path: `/files/${file.id}/versions`, bytes: PNG, name: "photo.png" });
  expect(await shown(id)).toEqual([file.id, 2]);
  expect((await cover(id, null, null)).status).toBe(409);
  expect((await cover(id, null, file.id)).status).toBe(200);
  expect(await shown(id)).toEqual([null, null]);
});

test("a file that goes takes the cover along, and brings it back", async () => {
  const { id } = await make("Leaflet");
  const [file, other] = [await give(id, PNG), await give(id, PNG, "other.png")];
  await cover(id, file.id, null);
  await as(jo).delete(`/files/${file.id}`);
  expect(await shown(id)).toEqual([null, null]);
  const { items } = (await as(jo).get("/trash")).body;
  const { id: trashId } = items.find(({ thingId }: { thingId: string }) => thingId === file.id);
  await as(jo).post(`/trash/${trashId}/restore`);
  expect(await shown(id)).toEqual([file.id, 1]);
  await as(jo).delete(`/files/${file.id}`);
  expect((await cover(id, other.id, null)).status).toBe(200);
});

test("R05: of many who choose a first cover at once one does, and the others are told", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await make(`Flyer ${round}`);
    const files = await Promise.all(Array.from({ length: 6 }, (_, n) => give(id, PNG, `${n}.png`)));
    const answers = await Promise.all(files.map((file) => cover(id, file.id, null)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)]);
    const [won] = answers.flatMap(({ status, body }) => (status === 200 ? [body.coverFileId] : []));
    expect(await shown(id)).toEqual([won, 1]);
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body.facts).toMatchObject({ by: "Jo", coverFileId: won });
  }
});

test("only a picture among the card's own files is a cover", async () => {
  const [one, two] = [await make("One"), await make("Two")];
  const [text, elsewhere] = [await give(one.id, "words", "words.txt"), await give(two.id, PNG)];
  for (const file of [text, elsewhere])
    expect(await cover(one.id, file.id, null)).toMatchObject({ status: 422 });
  expect((await as(sam).put(`/cards/${one.id}/cover`, { fileId: one.id, expected: null })).status).toBe(422);
});
