import pg from "pg";
import { oneAfterAnother } from "./load.ts";
import { cardAsk, changedBoard, type Place } from "./place.ts";
import type { Row } from "./row.ts";

/** What others have stored must not slow one project down: the same work among few cards and among many. */
export async function growthRows(place: Place, connection: object): Promise<Row[]> {
  await times(place);
  const before = await times(place);
  await grow(place, connection);
  const after = await times(place);
  const row = (name: string, few: number, many: number): Row => ({
    name: `${name}: among 200 projects to among few`,
    value: many / few,
    unit: "x",
    goal: "<= 1.3 x",
    note: `${few.toFixed(2)} ms, then ${many.toFixed(2)} ms`,
  });
  return [
    row("board of a project, changed", before.board, after.board),
    row("open a card", before.card, after.card),
  ];
}

async function times(place: Place): Promise<{ board: number; card: number }> {
  return { board: await changedBoard(place), card: await oneAfterAnother((n) => cardAsk(place, n)) };
}

/** 200 more projects with 1,000 cards each, straight into the tables. */
async function grow({ projectId }: Place, connection: object): Promise<void> {
  const client = new pg.Client({ ...connection, options: "-c search_path=milepost" });
  await client.connect();
  try {
    for (let from = 1; from <= 200; from += 10) await client.query(MORE, [projectId, from]);
    await client.query("analyze cards");
  } finally {
    await client.end();
  }
}

const MORE = `with more as (
    insert into projects (workspace_id, id, key, name, currency)
    select workspace_id, gen_random_uuid(), 'GROWN' || n, 'Grown ' || n, currency from projects, generate_series($2::int, $2::int + 9) n where id = $1
    returning workspace_id, id
  ), lists as (
    insert into columns (workspace_id, id, project_id, name, category, position)
    select workspace_id, gen_random_uuid(), id, 'To do', 'todo', 'a' from more returning workspace_id, id, project_id
  )
  insert into cards (workspace_id, id, project_id, column_id, number, title, position)
  select workspace_id, gen_random_uuid(), project_id, id, n, 'Card ' || n, lpad(n::text, 6, '0') from lists, generate_series(1, 1000) n`;
