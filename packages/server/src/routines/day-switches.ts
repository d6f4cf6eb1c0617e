import { addDays, addWorkingDays } from "@milepost/planning";
import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { archiveCard } from "../board/card-fields.ts";
import { Problem } from "../kit/errors.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import {
  DAY_CODES,
  type DayCode,
  type Lying,
  lyingCards,
  projectsWith,
  workspacesWith,
} from "./day-switches.store.ts";
import { tellOf } from "./switch-acts.ts";
import { claimRun, daysOf } from "./switches.store.ts";

const LONG_AGO = "0001-01-01";
/** So many at a turn; the rest comes with the next. */
const AT_ONCE = 200;

/** What follows from days that pass, where a switch is on: each once for a card and what it counts from. */
export async function runDaySwitches({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const workspaceId of await workspacesWith(database.maintenance, DAY_CODES)) {
    const house = { actor: houseOf(workspaceId), kit, now, requestId: "" };
    for (const code of DAY_CODES) {
      const due = await database.inWorkspace(workspaceId, (tx) => dueNow({ tx, ...house }, code));
      for (const card of due)
        await database
          .inWorkspace(workspaceId, (tx) => act({ tx, ...house, through: { bySwitch: code } }, code, card))
          .catch((error: unknown) => {
            // The card has gone elsewhere meanwhile.
            if (!(error instanceof Problem)) throw error;
          });
    }
  }
}

interface Due extends Lying {
  days: number | null;
}

async function dueNow(scope: Scope, code: DayCode): Promise<Due[]> {
  const work = await workCalendar(scope);
  const due: Due[] = [];
  for (const { projectId, settings } of await projectsWith(scope, code)) {
    const days = daysOf(code, settings);
    const place = { projectId, code, zone: work.zone };
    const cards = await lyingCards(scope, place, { ...daysMeant(code, days ?? 0, work), limit: AT_ONCE });
    due.push(...cards.map((card) => ({ ...card, days })));
  }
  return due;
}

/** The days that a card counts from where it is time; all but the archive count working days. */
function daysMeant(code: DayCode, days: number, { today, calendar }: WorkCalendar) {
  if (code === "due_not_begun") return { from: addDays(today, 1), until: addWorkingDays(calendar, today, 1) };
  if (code === "done_archived") return { from: LONG_AGO, until: addDays(today, -days) };
  const firstOfThem = addWorkingDays(calendar, addDays(today, 1), -days);
  return { from: LONG_AGO, until: addDays(firstOfThem, -1) };
}

async function act(scope: Scope, code: DayCode, card: Due): Promise<void> {
  const { id, projectId, occasion, leadId, days } = card;
  const found = await visibleCard(scope, id);
  if (!(await claimRun(scope, { projectId, code, thingId: id, occasion }))) return;
  if (code === "done_archived") {
    if (found.card.doneAt) await archiveCard(scope, found.card);
    return;
  }
  const lead = leadId === null ? [] : [leadId];
  // Where nobody is on a card, whoever leads the project finds somebody.
  const people = code === "blocked" || card.people.length === 0 ? lead : card.people;
  await tellOf(scope, { kind: "card", id, projectId }, { people, ...(days === null ? {} : { days }) });
}
