import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { makeWorld } from "../testing/matrix-world.ts";
import { testServer } from "../testing/server.ts";
import { eventsAfter, sightsOf } from "./live.store.ts";
import { notices } from "./sight.ts";

const { database, seed, as } = await testServer();
const { own, sibling } = await makeWorld(database.maintenance, seed);
const { workspaceId, jo, gil, kim } = seed;

/** Every kind of subject, in the own and the sibling project and in none, for both audiences, on and off the guest's card. */
async function tellOfEverything(): Promise<void> {
  const kinds = [
    "workspace",
    "person",
    "client",
    "project",
    "milestone",
    "card",
    "comment",
    "file",
    "invitation",
  ];
  const places = [own.ids, sibling.ids];
  const rows = kinds.flatMap((subjectKind) =>
    [...places.map(({ projectId }) => projectId ?? null), null].flatMap((projectId) =>
      ["team", "client"].flatMap((audience) =>
        [own.ids.cardId, sibling.ids.cardId, jo.id, gil.id, newId()].map((id) => ({
          subjectKind,
          projectId,
          audience,
          id: id ?? "",
        })),
      ),
    ),
  );
  await database.inWorkspace(workspaceId, async (tx) => {
    for (const { id, ...row } of rows) {
      const event = {
        ...row,
        workspaceId,
        id: newId(),
        actorId: kim.id,
        verb: "thing.changed",
        subjectId: id,
      };
      await tx
        .insertInto("events")
        .values({ ...event, data: JSON.stringify({ cardId: id }) })
        .execute();
    }
  });
}

test("what arrives live is what the timeline shows, for everybody", async () => {
  await tellOfEverything();
  for (const person of [seed.amara, seed.ada, seed.sam, jo, kim, gil]) {
    const sessions = await database.outside
      .selectFrom("auth.session")
      .select("id")
      .where("userId", "=", person.userId)
      .execute();
    const live = await database.inWorkspace(workspaceId, async (tx) => {
      const [sight] = (
        await sightsOf(
          tx,
          workspaceId,
          sessions.map(({ id }) => id),
          new Date(),
        )
      ).values();
      const all = await tx.selectFrom("events").selectAll().where("workspaceId", "=", workspaceId).execute();
      if (!sight) throw new Error("nobody there");
      return all.filter((event) => notices(sight, event)).map(({ id }) => id);
    });
    const shown: string[] = [];
    for (let cursor = ""; ; ) {
      const page = (await as(person).get(`/events?limit=200${cursor && `&cursor=${cursor}`}`)).body;
      shown.push(...page.items.map(({ id }: { id: string }) => id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect([person.name, shown.sort()]).toEqual([person.name, live.sort()]);
    expect([person.name, shown.length > 0]).toEqual([person.name, true]);
  }
});

test("the timeline of a project comes newest first, in pages, and only to those who see the project", async () => {
  for (const title of ["One", "Two", "Three"])
    await as(seed.sam).post(`/projects/${seed.acme.id}/fixed-dates`, { title, onDate: "2026-06-10" });
  const path = `/events?projectId=${seed.acme.id}&limit=2`;
  const first = (await as(jo).get(path)).body;
  expect(first.items).toHaveLength(2);
  expect(first.items[0]).toMatchObject({
    verb: "project.fixedDateAdded",
    actorName: "Sam",
    projectId: seed.acme.id,
  });
  const second = (await as(jo).get(`${path}&cursor=${first.nextCursor}`)).body;
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(4);
  expect((await as(kim).get(path)).status).toBe(404);
  expect((await as(seed.other.owner).get(path)).status).toBe(404);
});

test("readers of two workspaces never meet", async () => {
  const theirs = await database.inWorkspace(seed.other.workspaceId, (tx) =>
    eventsAfter(tx, workspaceId, { tx: "0", position: 0 }, 500),
  );
  expect(theirs).toEqual([]);
});
