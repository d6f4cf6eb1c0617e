import { type Api, setUp } from "../e2e/account.ts";
import { inDays, projectOfRosa, publishNow } from "../e2e/client-project.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { median, type Row } from "./row.ts";

const RUNS = 15;
const MILESTONES = 12;

/** A report with as many stones as its page has room for, on paper: from asking to the last byte. */
export async function reportRows(): Promise<Row[]> {
  const milepost = await startMilepost({ env: { PUBLISH_HOLD: "1" } });
  try {
    const owner = await setUp(milepost.url);
    const { projectId } = await projectOfRosa(owner);
    await plan(owner, projectId);
    await publishNow(owner, projectId);
    const { n } = await owner.call<{ n: number }>("POST", `/projects/${projectId}/reports`, {
      personIds: [],
      last: 0,
    });
    const address = `${milepost.url}/portal/studio-birch/ros/report/${n}/a4.pdf?as=client`;
    const first = await taken(address, owner.cookie);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await taken(address, owner.cookie));
    return [
      { name: `report PDF, ${MILESTONES} milestones`, value: median(times), unit: "ms", goal: "1,000 ms" },
      { name: "the first after a start", value: first, unit: "ms", goal: "1,000 ms" },
    ];
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

async function plan(owner: Api, projectId: string): Promise<void> {
  for (let n = 1; n <= MILESTONES; n++)
    await owner.call("POST", `/projects/${projectId}/milestones`, {
      title: `Milestone ${n} of the new site, with a name that is longer than its column on the page`,
      targetOn: inDays(10 * n),
      priceMinor: 100_000,
      audience: "client",
    });
}

async function taken(address: string, cookie: string): Promise<number> {
  const from = performance.now();
  const answer = await fetch(address, { headers: { cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const took = performance.now() - from;
  if (bytes.subarray(0, 5).toString() !== "%PDF-") throw new Error(`no PDF: ${answer.status}`);
  return took;
}
