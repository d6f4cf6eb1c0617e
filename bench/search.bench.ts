import { Agent, get as ask } from "node:http";
import pg from "pg";
import { type Api, setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { openDatabase } from "../packages/server/src/db/database.ts";
import { joinEmbedded } from "../packages/server/src/db/embedded.ts";
import { newId } from "../packages/server/src/kit/id.ts";
import { readEverything } from "../packages/server/src/search/keep-search.ts";
import type { Row } from "./row.ts";
import { COMMON, draw, vocabulary } from "./words.ts";

const CARDS = 200_000;
const PROJECTS = 20;
const BATCH = 5_000;
const RUNS = 60;
const GOAL = "p50 <= 30 ms";

/** What is found among 200,000 cards, asked over HTTP as the app asks; every answer read to its end. */
export async function searchRows(): Promise<Row[]> {
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    const { connection } = await joinEmbedded(milepost.dataDir);
    const client = new pg.Client({
      ...connection,
      options: "-c search_path=milepost -c statement_timeout=0",
    });
    await client.connect();
    const database = openDatabase(connection, () => undefined, 2);
    try {
      const words = vocabulary();
      await seed(api, client, words);
      const began = performance.now();
      await readEverything({ database });
      const read = (performance.now() - began) / 1_000;
      await client.query("vacuum analyze");
      const rows = [
        { name: `${CARDS.toLocaleString("en")} cards, read into search`, value: read, unit: "s" },
      ];
      for (const [name, make] of Object.entries(questions(words)))
        rows.push(...(await measured(api, name, make)));
      return rows;
    } finally {
      await database.close();
      await client.end();
    }
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

type Question = (n: number) => string;

/** Another one each time, so that nothing answers from memory what it has just said. */
function questions(words: readonly string[]): Record<string, Question> {
  const some = (n: number) => words[200 + ((n * 37) % 4_000)] ?? "";
  const common = (n: number) => COMMON[n % COMMON.length] ?? "";
  return {
    "a common word": common,
    "a rarer word": some,
    "the first letters of a word": (n) => some(n).slice(0, 4),
    "one letter": (n) => String.fromCharCode(97 + (n % 26)),
    "two letters": (n) => common(n).slice(0, 2),
    "a word with a slip": (n) => `${some(n).slice(0, 2)}${some(n).slice(3)}`,
    "a common word with a slip": (n) => `${common(n).slice(0, 2)}${common(n).slice(3)}`,
    "an accent": (n) => some(n).replace("a", "ä").replace("o", "ö").replace("u", "ü"),
    "three words": (n) => `${common(n)} ${common(n + 7)} ${some(n)}`,
    "two common words": (n) => `${common(n)} ${common(n + 5)}`,
    "a number": (n) => `FIND${n % PROJECTS}-${1 + n * 31}`,
    nothing: (n) => `qqqx${some(n)}`,
  };
}

async function measured(api: Api, name: string, make: Question): Promise<Row[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let n = -RUNS / 4; n < RUNS; n++) {
    const took = await answered(agent, api, make(Math.abs(n)));
    if (n >= 0) times.push(took);
  }
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return [
    {
      name: `search: ${name}`,
      value: at(0.5),
      unit: "ms",
      goal: GOAL,
      note: `p95 ${at(0.95).toFixed(1)} ms`,
    },
  ];
}

function answered(agent: Agent, { url, cookie }: Api, q: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = ask(
      `${url}/api/v1/search?limit=20&q=${encodeURIComponent(q)}`,
      { agent, headers: { cookie } },
      (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${q}: ${answer.statusCode}`));
        answer.resume();
        answer.once("end", () => resolve(performance.now() - began));
      },
    );
    asked.once("error", reject);
  });
}

/** Titles of five words and texts of thirty, drawn as people write: few words often, most of them rarely. */
async function seed(api: Api, client: pg.Client, words: readonly string[]): Promise<void> {
  for (let p = 0; p < PROJECTS; p++) {
    const { id } = await api.call<{ id: string }>("POST", "/projects", {
      name: `Find ${p}`,
      key: `FIND${p}`,
    });
    const { columns } = await api.call<{ columns: { id: string }[] }>("GET", `/projects/${id}/board`);
    const each = CARDS / PROJECTS;
    for (let from = 0; from < each; from += BATCH) {
      const rows = Array.from({ length: BATCH }, (_, at) => from + at);
      const text = (n: number, count: number) =>
        Array.from({ length: count }, (_, at) => draw(words, (p * each + n) * 40 + at)).join(" ");
      await client.query(
        `insert into cards (workspace_id, id, project_id, column_id, number, title, body, position, touched_at, done_at)
         select p.workspace_id, u.id, p.id, c.id, u.n + 1, u.title, u.body, 'z' || lpad(u.n::text, 9, '0'), now() - (u.n || ' minutes')::interval,
           case when c.category = 'done' then now() end
         from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[]) u (id, n, title, body)
         join projects p on p.id = $5 join columns c on c.project_id = p.id and c.id = ($6::uuid[])[1 + u.n % cardinality($6::uuid[])]`,
        [
          rows.map(newId),
          rows,
          rows.map((n) => text(n, 5)),
          rows.map((n) => text(n + each, 30)),
          id,
          columns.map((column) => column.id),
        ],
      );
    }
    await client.query("update projects set card_count = $2 where id = $1", [id, each]);
  }
}
