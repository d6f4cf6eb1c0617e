import { expect, test } from "vitest";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { project, make, activeMilestone, askWhetherDone, linkOf, easy } = askingAcme(server, sam, people);
await easy();

const card = async (id: string) => {
  const { milestoneId, place, columnId, position } = (await sam.get(`/cards/${id}`)).body;
  return { milestoneId, place, columnId, position };
};

/** A milestone with two open cards, accepted by Dana. */
async function accepted(title: string) {
  const milestoneId = await activeMilestone(title);
  const { ids } = await make(`${project}/cards/batch`, { titles: ["One", "Two"], milestoneId });
  const before = [await card(ids[0]), await card(ids[1])];
  const { id, hash } = (await askWhetherDone(milestoneId)).body;
  const link = await linkOf(id, people.dana.id);
  const phone = browser(server);
  await phone.post(link, { verdict: "approved", hash });
  const undo = () => phone.post(`${link}/receipt`, { undo: "yes" });
  return { ids, before, undo };
}

const isLater = { milestoneId: null, place: "later", columnId: null };

test("who takes an acceptance back finds each card of the milestone where it stood", async () => {
  const { ids, before, undo } = await accepted("Undone");
  for (const id of ids) expect(await card(id)).toMatchObject(isLater);
  expect((await undo()).status).toBe(303);
  expect([await card(ids[0]), await card(ids[1])]).toEqual(before);
  const later = (await sam.get(`${project}/cards?place=later`)).body.items;
  expect(later.filter(({ id }: Loose) => ids.includes(id))).toEqual([]);
});

test("a card that somebody has gone on with since stays where they put it", async () => {
  const { ids, before, undo } = await accepted("Gone on");
  const board = (await sam.get(`${project}/board`)).body;
  const done = board.columns.find(({ category }: Loose) => category === "done").id;
  const { place, columnId } = await card(ids[0]);
  const moved = await sam.post(`/cards/${ids[0]}/move`, { columnId: done, expected: { place, columnId } });
  expect(moved.status).toBeLessThan(300);
  await undo();
  expect(await card(ids[0])).toMatchObject({ milestoneId: null, place: "board", columnId: done });
  expect(await card(ids[1])).toEqual(before[1]);
});
