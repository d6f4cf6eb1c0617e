import pg from "pg";
import { type Api, setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { joinEmbedded } from "../packages/server/src/db/embedded.ts";
import { startFloor } from "./floor-process.ts";
import { type Ask, oneAfterAnother } from "./load.ts";
import { median, type Row } from "./row.ts";

const PROJECTS = 50;
const MILESTONES = 20;
const CARDS = 5;
const RUNS = 15;
const DAY_MS = 86_400_000;

/** Fifty live projects at a glance: all of them counted, one of them changed, none of them changed; and who can carry them. */
export async function portfolioRows(): Promise<Row[]> {
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    const { connection } = await joinEmbedded(milepost.dataDir);
    const client = new pg.Client({ ...connection, options: "-c search_path=milepost" });
    await client.connect();
    try {
      const projectIds = await seed(api, client);
      const floor = await startFloor(connection, { projects: PROJECTS });
      try {
        return await rowsOf(api, projectIds, floor.url);
      } finally {
        await floor.stop();
      }
    } finally {
      await client.end();
    }
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

async function rowsOf(api: Api, projectIds: readonly string[], floorUrl: string): Promise<Row[]> {
  const get = (path: string): Ask => ({
    url: `${api.url}/api/v1${path}`,
    headers: { cookie: api.cookie, "accept-encoding": "gzip" },
  });
  const after = async (path: string, change: (n: number) => Promise<unknown>, runs = RUNS) => {
    const times: number[] = [];
    for (let n = 0; n < runs; n++) {
      await change(n);
      times.push(await oneAfterAnother(() => get(path), 1));
    }
    return median(times);
  };
  // What happens in no project may concern all of them: nothing that was counted before is used.
  const everything = (n: number) => api.call("POST", "/clients", { name: `Client ${n}` });
  const one = (n: number) =>
    api.call("POST", `/projects/${projectIds[n % projectIds.length]}/cards`, { title: `One more ${n}` });
  await oneAfterAnother(() => get("/portfolio"), 20);
  const size = `${PROJECTS} projects of ${MILESTONES} milestones`;
  const update = await oneAfterAnother(() => ({ url: `${floorUrl}/update`, method: "POST" }));
  return [
    {
      name: `portfolio of ${size}, all counted anew`,
      value: await after("/portfolio", everything),
      unit: "ms",
      floor: update,
      goal: "<= 150 ms",
    },
    {
      name: `portfolio of ${size}, one of them changed`,
      value: await after("/portfolio", one),
      unit: "ms",
      goal: "<= 150 ms",
    },
    {
      name: `portfolio of ${size}, nothing changed`,
      value: await oneAfterAnother(() => get("/portfolio"), 60),
      unit: "ms",
      goal: "<= 50 ms",
    },
    {
      name: `portfolio of ${size}, as CSV`,
      value: await oneAfterAnother(() => get("/portfolio/file?format=csv"), 30),
      unit: "ms",
    },
    {
      name: `portfolio of ${size}, as PDF`,
      value: await oneAfterAnother(() => get("/portfolio/file?format=pdf"), 10),
      unit: "ms",
      goal: "<= 1,000 ms",
    },
    {
      name: `workload of ${size}`,
      value: await after("/workload", one, 5),
      unit: "ms",
    },
  ];
}

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Through the API, so that all is there that really would be; then reviews, as a year of them would have left them. */
async function seed(api: Api, client: pg.Client): Promise<string[]> {
  const { person } = await api.call<{ person: { id: string } }>("GET", "/me");
  const projectIds: string[] = [];
  for (let n = 0; n < PROJECTS; n++) {
    const made = await api.call<{ id: string }>("POST", "/projects", {
      name: `Project ${n}`,
      key: `LIVE${n}`,
    });
    projectIds.push(made.id);
    for (let m = 0; m < MILESTONES; m++) await milestone(api, made.id, person.id, m);
    await api.call("POST", `/projects/${made.id}/plan-versions`, { reason: "Agreed" });
  }
  await client.query(REVIEWS);
  await forecasts(client);
  await client.query("analyze");
  return projectIds;
}

async function milestone(api: Api, projectId: string, personId: string, m: number): Promise<void> {
  const { id } = await api.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, {
    title: `Milestone ${m} is reached`,
    targetOn: dayIn(m * 14 - 20),
    ownerId: personId,
  });
  for (let c = 0; c < CARDS; c++)
    await api.call("POST", `/projects/${projectId}/cards`, {
      title: `Card ${c} of ${m}`,
      milestoneId: id,
      likely: 240,
      people: [personId],
    });
}

/** Every project has them every week, and held the last ten. */
const REVIEWS = `with made as (
    insert into review_series (workspace_id, id, project_id, cadence, starts_on)
    select workspace_id, gen_random_uuid(), id, 'weekly', current_date - 80 from projects returning workspace_id, project_id
  )
  insert into reviews (workspace_id, id, project_id, due_at, due_on, held_at, snapshot, hash)
  select workspace_id, gen_random_uuid(), project_id, now() - (n * 7 || ' days')::interval, current_date - n * 7, now() - (n * 7 || ' days')::interval, '{}', ''
  from made, generate_series(1, 10) n`;

/** A portfolio without forecasts would have less to say, and be faster. */
async function forecasts(client: pg.Client): Promise<void> {
  const until = Date.now() + 300_000;
  while (Date.now() < until) {
    const { rows } = await client.query<{ n: number }>(
      "select count(distinct project_id)::int as n from forecasts",
    );
    if (rows[0]?.n === PROJECTS) return;
    await new Promise((resume) => setTimeout(resume, 500));
  }
  throw new Error("not every project was forecast within five minutes");
}
