import type { CivilDate, Plan } from "../plan.ts";
import type { Baseline } from "../tracking/baseline.ts";
import { createCheckContext, DEFAULT_CHECK_SETTINGS } from "./check-context.ts";
import {
  criticalPathHolds,
  executionIndex,
  highFloat,
  invalidDates,
  longTasks,
  negativeFloat,
  pathLengthIndex,
} from "./dcma-dates.ts";
import { hardConstraints, linksThat, missingLogic } from "./dcma-logic.ts";
import {
  asCard,
  asMilestone,
  type DcmaSettings,
  type DcmaTasks,
  DEFAULT_DCMA_SETTINGS,
  dcmaTasks,
  dueTasks,
  SMALL_PLAN,
} from "./dcma-tasks.ts";
import type { Fix, Subject } from "./finding.ts";
import { setDates } from "./move-target.ts";

export type DcmaId = `DCMA-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`;

/** What is let pass: so many of all, or an index that is at least this. */
export type DcmaLimit =
  | { readonly kind: "most"; readonly most: number; readonly percent: number }
  | { readonly kind: "least"; readonly least: number };

export interface DcmaCheck {
  readonly id: DcmaId;
  /** How many were found; of an index, its value; `null` = it cannot be said yet. */
  readonly value: number | null;
  /** Of how many; `null` for an index. */
  readonly of: number | null;
  readonly limit: DcmaLimit;
  /** `null` = it cannot be said yet. */
  readonly passed: boolean | null;
  readonly items: readonly Subject[];
  readonly why: string;
  readonly fix: Fix | null;
}

export interface DcmaReport {
  /** DCMA-1 to DCMA-14, in this order. */
  readonly checks: readonly DcmaCheck[];
  readonly tasks: number;
  /** Fewer than 20 tasks: a limit of 5 % would be less than one, so one is let pass. */
  readonly small: boolean;
}

/**
 * How well made is the schedule? The fourteen points of the Defense Contract Management Agency, asked of milestones and cards that
 * are not done. Advice that blocks nothing.
 *
 * Source: DCMA, "Earned Value Management System Program Analysis Pamphlet", DCMA-EA PAM 200.1, 2012, section 4.
 * @param baseline what DCMA-11, 13 and 14 measure against; without one the dates of now
 * @example dcmaReport(plan, "2026-05-12").checks[0] // { id: "DCMA-1", value: 0, of: 6, limit: { kind: "most", most: 1, percent: 5 }, passed: true, ... }
 */
export function dcmaReport(
  plan: Plan,
  today: CivilDate,
  settings: Partial<DcmaSettings> = {},
  baseline: Pick<Baseline, "milestones"> | null = null,
): DcmaReport {
  const context = createCheckContext(plan, today, DEFAULT_CHECK_SETTINGS);
  const tasks = dcmaTasks(context, { ...DEFAULT_DCMA_SETTINGS, ...settings }, baseline);
  return {
    checks: [...logicChecks(tasks), ...dateChecks(tasks), ...progressChecks(tasks)],
    tasks: tasks.count,
    small: tasks.count < SMALL_PLAN,
  };
}

function logicChecks(tasks: DcmaTasks): DcmaCheck[] {
  const links = tasks.context.plan.links.length;
  const lead = linksThat(tasks, ({ lagDays }) => lagDays < 0);
  const lag = linksThat(tasks, ({ lagDays }) => lagDays > 0);
  const other = linksThat(tasks, ({ kind }) => kind !== "FS");
  return [
    most(
      "DCMA-1",
      missingLogic(tasks),
      tasks.count,
      5,
      "What nothing leads to, or what leads nowhere, moves no date when it slips.",
    ),
    most("DCMA-2", lead, links, 0, "A lead lets work begin before what it waits for is done."),
    most("DCMA-3", lag, links, 5, "A lag is waiting that nobody does: say it as a card with an owner."),
    most(
      "DCMA-4",
      other,
      links,
      10,
      "Other links than “after the end of” are hard to read and often hide missing steps.",
    ),
    most(
      "DCMA-5",
      hardConstraints(tasks),
      tasks.count,
      5,
      "A date that cannot move keeps delays from being seen.",
    ),
  ];
}

function dateChecks(tasks: DcmaTasks): DcmaCheck[] {
  const { settings, context, cards } = tasks;
  const negative = negativeFloat(tasks);
  const changes = negative.map(({ id, earliestOn }) => ({ milestoneId: id, targetOn: earliestOn }));
  const empty = cards.filter(({ assigneeIds, likely }) => assigneeIds.length === 0 || likely === null);
  return [
    most(
      "DCMA-6",
      highFloat(tasks),
      tasks.count,
      5,
      `More than ${settings.longFloatDays} working days of slack usually mean that a link is missing.`,
    ),
    {
      ...most(
        "DCMA-7",
        negative.map(asMilestone),
        tasks.count,
        0,
        "Links and estimates already lead to a later day than the target.",
      ),
      fix: changes.length === 0 ? null : setDates(context, changes),
    },
    most(
      "DCMA-8",
      longTasks(tasks),
      cards.length,
      5,
      `A card of more than ${settings.longTaskDays} working days hides for long whether it goes well.`,
    ),
    most(
      "DCMA-9",
      invalidDates(tasks),
      tasks.count,
      0,
      "What is done cannot lie ahead, and what is to do cannot lie behind.",
    ),
    most(
      "DCMA-10",
      empty.map(asCard),
      cards.length,
      0,
      "Work without somebody to do it, or without an estimate, cannot be planned.",
    ),
  ];
}

function progressChecks(tasks: DcmaTasks): DcmaCheck[] {
  const due = dueTasks(tasks);
  const missed = due.filter((each) => each.missed).map(({ subject }) => subject);
  const holds = criticalPathHolds(tasks);
  const open = due.filter(({ done }) => !done).map(({ subject }) => subject);
  const [first] = tasks.schedule.ok ? tasks.schedule.longestPath : tasks.schedule.cycle.itemIds;
  const onPath: Subject[] =
    first === undefined
      ? []
      : [{ kind: tasks.context.milestones.has(first) ? "milestone" : "card", id: first }];
  return [
    most("DCMA-11", missed, due.length, 5, "What was to be done by today was done later, or is not done."),
    {
      ...most(
        "DCMA-12",
        holds === false ? onPath : [],
        1,
        0,
        "When a task of the longest path takes longer, the end must move by as much.",
      ),
      ...(holds === null ? { value: null, passed: null } : {}),
    },
    least(
      "DCMA-13",
      pathLengthIndex(tasks),
      [],
      "The longest path must be no longer than the time that is left.",
    ),
    least(
      "DCMA-14",
      executionIndex(tasks),
      open,
      "Of what was to be done by today, nearly all must be done.",
    ),
  ];
}

/** A share of so many percent; in a small plan one is let pass where any are. */
function most(id: DcmaId, items: readonly Subject[], of: number, percent: number, why: string): DcmaCheck {
  const share = Math.floor((of * percent) / 100);
  const allowed = percent > 0 && of < SMALL_PLAN ? Math.max(1, share) : share;
  return {
    id,
    value: items.length,
    of,
    limit: { kind: "most", most: allowed, percent },
    passed: items.length <= allowed,
    items,
    why,
    fix: null,
  };
}

function least(id: DcmaId, value: number | null, items: readonly Subject[], why: string): DcmaCheck {
  const limit = { kind: "least", least: 0.95 } as const;
  return {
    id,
    value,
    of: null,
    limit,
    passed: value === null ? null : value >= limit.least,
    items,
    why,
    fix: null,
  };
}
