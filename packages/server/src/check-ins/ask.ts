import { isWorkingDay, type Occurrence } from "@milepost/planning";
import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { type WorkTimes, workTimes } from "../plan/work-times.store.ts";
import { claimTurn, insertQuestion, type Looked, lookAgain, toLookAt, workspacesToAsk } from "./ask.store.ts";
import { localTimeOfPerson, momentOf, seriesOf, turnsAround } from "./turns.ts";

/** Days off, weeks, zones and projects change without telling a check-in: so long it may take until it sees. */
const LONGEST_WAIT_MS = 3_600_000;

/** Asks whoever is to be asked now, each once a day, however often and by however many it is tried. */
export async function askCheckIns({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  const failed: unknown[] = [];
  for (const workspaceId of await workspacesToAsk(database.maintenance, now))
    await database
      .inWorkspace(workspaceId, (tx) => askIn({ tx, actor: houseOf(workspaceId), kit, now, requestId: "" }))
      // One workspace that cannot be asked does not hold up the others.
      .catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
}

async function askIn(scope: Scope): Promise<void> {
  const looked = await toLookAt(scope);
  if (looked.length === 0) return;
  const work = await workCalendar(scope);
  const times = await workTimes(scope);
  for (const one of looked) await lookAt(scope, one, work, times.get(one.personId));
}

async function lookAt(
  scope: Scope,
  one: Looked,
  work: WorkCalendar,
  times: WorkTimes | undefined,
): Promise<void> {
  const { now } = scope;
  const series = seriesOf(
    {
      cadence: one.commonCadence,
      everyDays: one.commonDays,
      startsOn: one.commonStart,
      atMinutes: one.commonAt,
    },
    one,
  );
  const local = localTimeOfPerson({ zone: one.zone, times, startsOn: series.startsOn }, work, now);
  const { last, next } = turnsAround(series, local, now);
  const today = civilDate(now, one.zone);
  const passed = last && momentOf(last) > one.asksAfter ? last : null;
  // After an outage only the latest is asked, on a day on which they work, and not beside that day's own.
  const isTime = passed && isWorkingDay(local.calendar, today) && (passed.on === today || next?.on !== today);
  const moves = passed && (isTime || !one.isMeant);
  if (moves && (await claimTurn(scope, one, momentOf(passed))) && one.isMeant) await ask(scope, one, passed);
  const latest = now.getTime() + LONGEST_WAIT_MS;
  const nextAt = new Date(next ? Math.min(momentOf(next).getTime(), latest) : latest);
  await lookAgain(scope, one, moves ? momentOf(passed) : one.asksAfter, nextAt);
}

async function ask(scope: Scope, one: Looked, { on }: Occurrence): Promise<void> {
  const answerId = await insertQuestion(scope, one, on);
  if (answerId === undefined) return;
  await record(scope, {
    verb: "checkIn.asked",
    subject: { kind: "checkIn", id: one.checkInId },
    projectId: one.projectId,
    data: { to: one.personId, answerId, on },
  });
}
