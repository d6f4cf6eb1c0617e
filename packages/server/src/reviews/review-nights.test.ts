import { expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { testServer } from "../testing/server.ts";
import { keepReviews } from "./occurrences.ts";

const server = await testServer();
const { database, kit, seed, as, login } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const TICKS = 100;

// In Cairo the clocks change in a night between two working days: 00:00 to 01:00 on a Friday, and a Thursday has 23:00 twice.
await database.maintenance.updateTable("workspaces").set({ zone: "Africa/Cairo" }).execute();

const reminders = async () =>
  (await database.maintenance.selectFrom("mails").select("kind").execute()).filter(
    ({ kind }) => kind === "reviewReminder",
  ).length;

test.each([
  ["skip the hour", "2026-04-24", "00:30", "2026-04-23T22:30:00.000Z"],
  ["show the hour twice", "2026-10-29", "23:30", "2026-10-29T20:30:00.000Z"],
])(
  "R08, R11: in a night in which the clocks %s, 100 scheduler ticks of two processes make one review and one reminder",
  async (_what, startsOn, at, dueAt) => {
    const second = openDatabase(login, () => undefined);
    const from = Date.parse(`${startsOn}T06:00:00Z`) - 48 * 3_600_000;
    kit.at = new Date(from);
    const { revision } = (await sam.get(`${project}/review-series`)).body;
    const wish = { cadence: "weekly", everyDays: null, startsOn, at, clientPart: false };
    const set = await sam.put(`${project}/review-series`, { ...wish, inviteeIds: [seed.sam.id], revision });
    expect(set.status).toBe(200);
    const before = await reminders();
    for (let tick = 0; tick < TICKS / 2; tick++) {
      // Past the due time too, and each sixth tick with a clock that was set back by an hour.
      kit.at = new Date(from + tick * 75 * 60_000 - (tick % 6 === 5 ? 3_600_000 : 0));
      await Promise.all([keepReviews(server), keepReviews({ kit, database: second })]);
    }
    await second.close();
    const rows = await database.maintenance
      .selectFrom("reviews")
      .select(["dueAt", "dueOn"])
      .where("dueOn", ">=", startsOn)
      .execute();
    expect(rows.map(({ dueAt: due, dueOn }) => [due.toISOString(), dueOn])).toEqual([[dueAt, startsOn]]);
    expect((await reminders()) - before).toBe(1);
  },
);
