import { addDays, createCalendar, isWorkingDay, nextWorkingDay } from "@milepost/planning";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { cut } from "../kit/cut.ts";
import { queueMail } from "../mail/mails.ts";
import { timeOfPerson } from "../plan/people-calendars.ts";
import { portfolioProjects } from "../plan/portfolio.store.ts";
import { readPlan, sharedByPlans } from "../plan/read-plan.ts";
import { cardsOfMine } from "../plan/today.store.ts";
import { sayIn } from "../words/say.ts";
import { lateWords } from "./late-words.ts";
import { actorOf } from "./reader.ts";
import {
  claimDay,
  milestonesOfMine,
  mutedIds,
  type ReminderReader,
  reminderReaders,
} from "./reminders.store.ts";

/** Lines of a mail, so that it stays small; the page of today has all. */
const SHOWN = 30;
const TITLE = 120;
const say = sayIn("en");

interface Due {
  kind: "card" | "milestone";
  id: string;
  ref: string;
  title: string;
  projectId: string;
  projectName: string;
  dueOn: string;
}

/** Each member hears once a morning what of theirs is due today or before they work again; once, however often it is tried. */
export async function remindOfOwn({ database, kit }: Services): Promise<number> {
  const now = kit.clock.now();
  let reminded = 0;
  for (const reader of await reminderReaders(database.maintenance, now))
    reminded += await database.inWorkspace(reader.workspaceId, (tx) =>
      remind({ tx, actor: actorOf(reader), kit, now, requestId: "" }, reader),
    );
  return reminded;
}

async function remind(scope: Scope, reader: ReminderReader): Promise<number> {
  const { workspaceId, personId, email, today } = reader;
  if (!(await claimDay(scope.tx, reader, today))) return 0;
  const shared = await sharedByPlans(scope);
  const wish = { projectId: null, workspace: shared.work.spec, today };
  const own = timeOfPerson(shared.times.get(personId), wish).calendar;
  const calendar = own === null ? shared.work.calendar : createCalendar(own);
  if (!isWorkingDay(calendar, today)) return 0;
  const until = nextWorkingDay(calendar, addDays(today, 1));
  const due = (await dueUntil(scope, until)).filter(({ dueOn }) => dueOn >= today);
  const [first] = due;
  if (!first) return 0;
  const effects = await effectsOf(scope, due.slice(0, SHOWN), shared, today);
  const sections = new Map<string, string[]>();
  for (const one of due.slice(0, SHOWN)) {
    const heading = `Due ${dayWords(one.dueOn, today)}`;
    const line = `${one.projectName}: ${one.ref} ${cut(one.title, TITLE)}.`;
    const effect = effects.get(one.id);
    sections.set(heading, [...(sections.get(heading) ?? []), effect ? `${line} ${effect}` : line]);
  }
  const data = {
    sections: [...sections].map(([heading, lines]) => ({ heading, lines })),
    first: { project: first.projectName, title: cut(first.title, TITLE), on: dayWords(first.dueOn, today) },
    count: due.length,
  };
  const to = { workspaceId, personId, email };
  await queueMail(scope.tx, scope.kit, to, { kind: "reminder", data }, `${personId}:${today}`);
  return 1;
}

function dayWords(on: string, today: string): string {
  return on === today ? `today, ${say.day(on, today)}` : say.day(on, today);
}

/** What of theirs this person may see and has not muted, by its day. */
async function dueUntil(scope: Scope, until: string): Promise<Due[]> {
  const seen = new Set((await portfolioProjects(scope)).map(({ id }) => id));
  const muted = await mutedIds(scope);
  const milestones = (await milestonesOfMine(scope)).map((row): Due & { within: string | null } => {
    const { id, title, projectId, projectName, dueOn } = row;
    const ref = `${row.key}-M${row.number}`;
    return { kind: "milestone", id, ref, title, projectId, projectName, dueOn: dueOn ?? "", within: null };
  });
  const cards = (await cardsOfMine(scope)).map((row): Due & { within: string | null } => {
    const { id, title, projectId, projectName, dueOn, milestoneId } = row;
    const ref = `${row.projectKey}-${row.number}`;
    return { kind: "card", id, ref, title, projectId, projectName, dueOn: dueOn ?? "", within: milestoneId };
  });
  return [...milestones, ...cards]
    .filter(({ dueOn }) => dueOn !== "" && dueOn <= until)
    .filter(({ projectId }) => seen.has(projectId))
    .filter(({ id, projectId, within }) => ![id, projectId, within ?? ""].some((one) => muted.has(one)))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.ref < b.ref ? -1 : 1));
}

/** A guest sees cards, not what a plan makes of them. */
async function effectsOf(
  scope: Scope,
  due: readonly Due[],
  shared: Awaited<ReturnType<typeof sharedByPlans>>,
  today: string,
): Promise<Map<string, string>> {
  const effects = new Map<string, string>();
  if (scope.actor.role === "guest") return effects;
  for (const [projectId, things] of Map.groupBy(due, (one) => one.projectId)) {
    const whole = await readPlan(scope, projectId, shared);
    for (const thing of things) {
      const words = lateWords(whole, thing, today);
      if (words !== null) effects.set(thing.id, words);
    }
  }
  return effects;
}
