import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { verifyArchive } from "../backup/archive-read.ts";
import { backup } from "../backup/backup.ts";
import { tempFolder } from "../testing/archives.ts";
import { type Loose, testServer } from "../testing/server.ts";

const WRITERS = 64;
const ROUNDS = 3;

const server = await testServer();
const { seed, as, database, login, kit } = server;
const { acme } = seed;
const { todo, doing } = acme.columns;
const people = [seed.amara, seed.ada, seed.sam, seed.jo];

/** One writer: makes a card, carries it about, talks about it and renames it; every answer is kept. */
async function write(n: number): Promise<number[]> {
  const me = as(people[n % people.length] ?? seed.jo);
  const statuses: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const made = await me.post(`/projects/${acme.id}/cards`, { title: `Writer ${n}.${round}` });
    const at = `/cards/${made.body.id}`;
    const answers = [
      made,
      await me.post(`${at}/move`, { columnId: doing, expected: { columnId: todo } }),
      await me.post("/comments", { subject: { kind: "card", id: made.body.id }, body: `Said by ${n}` }),
      await me.patch(at, { body: `Text of ${n}` }, { "if-match": '"r1"' }),
    ];
    statuses.push(...answers.map(({ status }) => status));
  }
  return statuses;
}

test("R24: 64 write at once beside a long read and a backup: no error, nothing lost, nobody signed out", async () => {
  let finish: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const longRead = database.inWorkspace(seed.workspaceId, async (tx) => {
    const count = () => sql<{ n: number }>`select count(*)::int as n from cards`.execute(tx);
    const before = await count();
    await until;
    return [before, await count()].map(({ rows }) => rows[0]?.n ?? -1);
  });
  const archive = join(tempFolder(), "all.milepost");
  const of = { connection: login, dataDir: kit.dataDir, version: "0.1.0", now: kit.at };
  const kept = backup(of, archive);

  const statuses = await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)));
  await kept;
  finish();
  const [first, last] = await longRead;
  expect(statuses.flat().filter((status) => status > 299)).toEqual([]);
  expect([first, last]).toEqual([0, WRITERS * ROUNDS]);
  await verifyArchive(archive);

  const { cards } = (await as(seed.jo).get(`/projects/${acme.id}/board`)).body;
  const wanted = Array.from(
    { length: WRITERS * ROUNDS },
    (_, n) => `Writer ${n % WRITERS}.${Math.floor(n / WRITERS)}`,
  );
  expect(cards.map(({ title }: Loose) => title).sort()).toEqual(wanted.sort());
  expect(new Set(cards.map(({ number }: Loose) => number)).size).toBe(cards.length);
  for (const card of cards) expect(card).toMatchObject({ columnId: doing, comments: 1, hasBody: true });
  for (const person of people) expect((await as(person).get("/me")).status).toBe(200);
}, 60_000);

test("R24: a column is sorted, archived and brought back by many while others add and move: nobody fails, nothing is lost", async () => {
  const { todo: there } = seed.baker.columns;
  const project = seed.baker.id;
  const who = [seed.amara, seed.ada, seed.kim];
  const add = (title: string, n: number) =>
    as(who[n % who.length] ?? seed.kim).post(`/projects/${project}/cards`, { title, columnId: there });
  for (let n = 0; n < 30; n += 1) expect((await add(`Card ${n}`, n)).status).toBe(201);
  const answers = await Promise.all(
    Array.from({ length: 24 }, async (_, n) => {
      const me = as(who[n % who.length] ?? seed.kim);
      const board = (await me.get(`/projects/${project}/board`)).body;
      const card = board.cards[(n * 7) % Math.max(1, board.cards.length)];
      const sort = await me.post(`/columns/${there}/sort`, { by: n % 2 === 0 ? "title" : "newest" });
      const moved = card
        ? await me.post(`/cards/${card.id}/move`, { columnId: there, expected: { columnId: there } })
        : { status: 200 };
      const added = await add(`More ${n}`, n);
      const put = await me.post(`/columns/${there}/archive-cards`, { only: "all" });
      const back = put.body.actId
        ? await me.post(`/projects/${project}/cards/unarchive`, { cardIds: put.body.cardIds })
        : { status: 200 };
      return { moved: moved.status, others: [sort, added, put, back].map(({ status }) => status) };
    }),
  );
  expect(answers.flatMap(({ others }) => others).filter((status) => status > 299)).toEqual([]);
  // A card that is archived at that very moment is not moved, and says so.
  expect(answers.filter(({ moved }) => ![200, 409, 422].includes(moved))).toEqual([]);
  const { cards } = (await as(seed.kim).get(`/projects/${project}/board`)).body;
  const archived = (await as(seed.kim).get(`/projects/${project}/cards?place=archived&limit=100`)).body.items;
  expect(new Set([...cards, ...archived].map(({ id }: Loose) => id)).size).toBe(54);
  expect(archived).toEqual([]);
}, 60_000);
