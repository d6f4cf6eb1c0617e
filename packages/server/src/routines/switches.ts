import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, invalid } from "../kit/errors.ts";
import { SWITCH_CODES, type SwitchCode, usualDays } from "./switch-kinds.ts";
import {
  changeDays,
  daysOf,
  holdSwitch,
  type LastRun,
  lastRuns,
  switchesOn,
  switchOff,
  switchOn,
} from "./switches.store.ts";
import type { SwitchState, SwitchView } from "./switches.view.ts";

interface InProject {
  id: string;
  key: string;
}

export async function readSwitches(scope: Scope, project: InProject): Promise<{ items: SwitchView[] }> {
  const rows = await switchesOn(scope, project.id);
  const runs = await lastRuns(scope, project.id);
  const items = SWITCH_CODES.map((code) => {
    const row = rows.find((each) => each.code === code);
    const run = runs.find((each) => each.code === code);
    return {
      code,
      on: row !== undefined,
      days: daysOf(code, row?.settings ?? {}),
      by: row?.byName ?? null,
      since: row?.createdAt.toISOString() ?? null,
      last: run ? { at: run.at.toISOString(), thing: thingOf(run, project) } : null,
    };
  });
  return { items };
}

function thingOf(
  { kind, number, title }: LastRun,
  { key }: InProject,
): NonNullable<SwitchView["last"]>["thing"] {
  if (kind === null || title === null) return null;
  if (kind === "clientRequest") return { kind, ref: null, title };
  return { kind, ref: kind === "card" ? `${key}-${number}` : `${key}-M${number}`, title };
}

/** What was done while it was on stays done; switched on anew it looks ahead, and repeats nothing. */
export async function setSwitch(
  scope: Scope,
  project: InProject,
  code: SwitchCode,
  { on, days, expected }: SwitchState & { expected: SwitchState },
): Promise<{ items: SwitchView[] }> {
  if ((days === null) !== (usualDays(code) === null))
    throw invalid([{ path: "days", message: "Fill in a number where the sentence has one." }]);
  const row = await holdSwitch(scope, project.id, code);
  const isAsSeen =
    expected.on === (row !== undefined) && (!row || daysOf(code, row.settings) === expected.days);
  if (!isAsSeen) throw switchedMeanwhile();
  if (row && on && days === expected.days) return readSwitches(scope, project);
  if (!row && !on) return readSwitches(scope, project);
  if (!on) await switchOff(scope, project.id, code);
  else if (row) await changeDays(scope, project.id, code, days);
  else if (!(await switchOn(scope, project.id, code, days))) throw switchedMeanwhile();
  await record(scope, {
    verb: on ? (row ? "project.switchChanged" : "project.switchedOn") : "project.switchedOff",
    subject: { kind: "project", id: project.id },
    projectId: project.id,
    data: { code, days },
  });
  return readSwitches(scope, project);
}

function switchedMeanwhile() {
  return conflict("switch-changed", "Somebody else has set this switch meanwhile.");
}
