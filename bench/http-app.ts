import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { sql } from "kysely";
import pg from "pg";
import { buildHttp } from "../packages/server/src/app/http.ts";
import { ROUTES } from "../packages/server/src/app/routes.ts";
import { type Database, openDatabase } from "../packages/server/src/db/database.ts";
import { startEmbedded } from "../packages/server/src/db/embedded.ts";
import { migrate } from "../packages/server/src/db/migrate.ts";
import { systemClock } from "../packages/server/src/kit/clock.ts";
import { Secret } from "../packages/server/src/kit/secret.ts";
import { type SeedProject, seedWorkspace } from "../packages/server/src/testing/seed.ts";

/** What the measuring process needs to know; sent once everything answers. */
export interface BenchApp {
  milepost: string;
  floor: string;
  cookie: string;
  small: SeedProject;
  large: SeedProject;
  cards: string[];
}

const [SMALL, LARGE] = [1_000, 5_000];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const dataDir = mkdtempSync(join(tmpdir(), "milepost-bench-"));
const server = await startEmbedded({ dataDir });
await migrate(server.connection);
const database = openDatabase(server.connection, () => undefined);
const kit = {
  clock: systemClock,
  log: quiet,
  baseUrl: "http://localhost",
  dataDir,
  linkKey: new Secret("a key for the bench only"),
  authSecret: new Secret("a secret for the bench only, and long enough"),
  mail: { configured: false, from: "Milepost <milepost@example.test>" },
  readOnlyReason: () => null,
};
const app = await buildHttp({ kit, database }, { trustProxy: 0, logLevel: "silent", routes: ROUTES });
const seed = await seedWorkspace(database);
const people = [seed.amara.id, seed.sam.id, seed.jo.id];
await fill(database, seed.workspaceId, seed.acme, SMALL, people);
await fill(database, seed.workspaceId, seed.baker, LARGE, people);
await sql`vacuum analyze`.execute(database.maintenance).catch(() => undefined);
const floor = await floorApp(app, seed.amara.cookie, [seed.acme.id, seed.baker.id]);
const cards = await database.maintenance
  .selectFrom("cards")
  .select("id")
  .where("projectId", "=", seed.acme.id)
  .orderBy("number")
  .execute();

process.send?.({
  milepost: await listen(app),
  floor: await listen(floor.app),
  cookie: seed.amara.cookie,
  small: seed.acme,
  large: seed.baker,
  cards: cards.map(({ id }) => id),
} satisfies BenchApp);

process.once("message", async () => {
  await Promise.all([app.close(), floor.close()]);
  await database.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
});

async function listen(each: FastifyInstance): Promise<string> {
  await each.listen({ host: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${(each.server.address() as AddressInfo).port}`;
}

/** Cards as a busy project has them: two people, two labels, a milestone, an estimate, a text of 300 characters. */
async function fill(
  { maintenance }: Database,
  workspaceId: string,
  project: SeedProject,
  count: number,
  people: string[],
): Promise<void> {
  const { todo, doing, done } = project.columns;
  await sql`insert into milestones (workspace_id, id, project_id, number, title, position)
    select ${workspaceId}, gen_random_uuid(), ${project.id}, n, 'Part ' || n || ' approved', 'a' || chr(96 + n::int) from generate_series(1, 10) n`.execute(
    maintenance,
  );
  await sql`insert into labels (workspace_id, id, project_id, name, color, position)
    select ${workspaceId}, gen_random_uuid(), ${project.id}, 'Label ' || n, 'teal', 'a' || chr(96 + n::int) from generate_series(1, 8) n`.execute(
    maintenance,
  );
  await sql`insert into cards (workspace_id, id, project_id, milestone_id, column_id, number, title, body, position, likely, due_on, item_count, item_done_count, comment_count)
    select ${workspaceId}, gen_random_uuid(), ${project.id},
      (select id from milestones where project_id = ${project.id} and number = 1 + n % 10), (array[${todo}, ${doing}, ${done}]::uuid[])[1 + n % 3],
      n, 'Write the text of page ' || n || ' and have it read', repeat('Some words. ', 25), 'b' || lpad(n::text, 8, '0') || 'V', 60 * (1 + n % 8), date '2026-03-01' + n::int % 90,
      n % 5, n % 3, n % 4
    from generate_series(1, ${count}::bigint) n`.execute(maintenance);
  await sql`insert into card_people (workspace_id, card_id, person_id)
    select workspace_id, id, p from cards, unnest(${people}::uuid[]) with ordinality as w (p, at)
    where project_id = ${project.id} and at <> 1 + number % 3`.execute(maintenance);
  await sql`insert into card_labels (workspace_id, card_id, label_id)
    select c.workspace_id, c.id, l.id from cards c join labels l on l.project_id = c.project_id
    where c.project_id = ${project.id} and right(l.name, 1)::int in (1 + c.number % 8, 1 + (c.number + 3) % 8)`.execute(
    maintenance,
  );
  await sql`update projects set card_count = ${count} where id = ${project.id}`.execute(maintenance);
}

/** What the same machine does with nothing but Fastify, memory and one durable UPDATE on the same database. */
async function floorApp(milepost: FastifyInstance, cookie: string, projects: string[]) {
  const bare = fastify();
  const pool = new pg.Pool({ ...server.connection, max: 8 });
  await pool.query("create table if not exists public.floor (id integer primary key, n integer not null)");
  await pool.query("insert into public.floor select n, 0 from generate_series(1, 1000) n");
  for (const [at, id] of projects.entries()) {
    const kept = await milepost.inject({ url: `/api/v1/projects/${id}/board`, headers: { cookie } });
    const bytes = kept.rawPayload;
    bare.get(`/board/${at}`, (_request, reply) => reply.type("application/json").send(bytes));
    const gzip = await milepost.inject({
      url: `/api/v1/projects/${id}/board`,
      headers: { cookie, "accept-encoding": "gzip" },
    });
    const packed = gzip.rawPayload;
    bare.get(`/packed/${at}`, (_request, reply) =>
      reply.headers({ "content-encoding": "gzip", "content-type": "application/json" }).send(packed),
    );
  }
  const small = JSON.stringify({ id: "x".repeat(36), title: "y".repeat(60), body: "z".repeat(300) });
  bare.get("/small", (_request, reply) => reply.type("application/json").send(small));
  let turn = 0;
  bare.post("/write", async () => {
    turn = (turn + 1) % 1_000;
    await pool.query({
      name: "floor",
      text: "update public.floor set n = n + 1 where id = $1",
      values: [turn + 1],
    });
    return { done: true };
  });
  return {
    app: bare,
    close: async () => {
      await bare.close();
      await pool.end();
    },
  };
}
