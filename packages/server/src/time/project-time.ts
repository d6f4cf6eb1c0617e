import type { Scope } from "../access/scope.ts";
import { csvOf } from "../kit/csv.ts";
import { namesOfPeople } from "../people/names.store.ts";
import { listProjectMilestones, type ProjectMilestone } from "./project-milestones.store.ts";
import {
  type CardTimeRow,
  cardsWithTime,
  type ProjectTimeWish,
  type WeekTimeRow,
  weeksWithTime,
} from "./project-time.store.ts";
import type { ProjectTimeView } from "./project-time.view.ts";
import { refuseOddSpan } from "./spans.ts";

interface Project {
  id: string;
  key: string;
}

type Line = ProjectTimeView["milestones"][number];

/** What a project took against what it was estimated to take, milestone by milestone. */
export async function projectTime(
  scope: Scope,
  { id, key }: Project,
  wish: ProjectTimeWish,
): Promise<ProjectTimeView> {
  refuseOddSpan(wish);
  const cards = await cardsWithTime(scope, id, wish);
  const milestones = await listProjectMilestones(scope, id);
  const weeks = await weeksWithTime(scope, id, wish);
  const known = new Set(milestones.map((each) => each.id));
  const of = (milestoneId: string | null) =>
    cards.filter((card) => (known.has(card.milestoneId ?? "") ? card.milestoneId : null) === milestoneId);
  const lines = [
    ...milestones.map((milestone) => lineOf(key, milestone, of(milestone.id))),
    lineOf(key, null, of(null)),
  ].filter(({ estimated, worked }) => estimated + worked > 0);
  return {
    ...sumOf(cards),
    milestones: lines,
    people: await peopleOf(scope, weeks),
    weeks: weeksOf(weeks),
  };
}

const HEAD = [
  "milestone",
  "milestone title",
  "card",
  "title",
  "done",
  "estimated hours",
  "worked hours",
  "worked hours asked for",
];

/** One line a card, also those on which nothing was written yet. */
export async function projectTimeCsv(
  scope: Scope,
  { id, key }: Project,
  wish: ProjectTimeWish,
): Promise<string> {
  refuseOddSpan(wish);
  const milestones = new Map((await listProjectMilestones(scope, id)).map((each) => [each.id, each]));
  const cards = await cardsWithTime(scope, id, wish);
  return csvOf(
    HEAD,
    cards.map(({ number, title, milestoneId, doneAt, likely, worked, asked }) => {
      const milestone = milestones.get(milestoneId ?? "");
      return [
        milestone ? `${key}-M${milestone.number}` : "",
        milestone?.title ?? "",
        `${key}-${number}`,
        title,
        doneAt ? "yes" : "no",
        likely === null ? "" : hours(likely),
        hours(worked),
        hours(asked),
      ];
    }),
  );
}

const hours = (minutes: number) => (minutes / 60).toFixed(2);

function lineOf(key: string, milestone: ProjectMilestone | null, cards: readonly CardTimeRow[]): Line {
  const touched = cards.filter(({ worked }) => worked > 0);
  return {
    milestone: milestone && {
      ref: `${key}-M${milestone.number}`,
      title: milestone.title,
      isReached: milestone.state === "accepted",
    },
    ...sumOf(cards),
    cards: touched
      .toSorted((one, other) => other.worked - one.worked || one.number - other.number)
      .map(({ id, number, title, doneAt, likely, worked, asked }) => ({
        ...{ id, title, worked, asked },
        ref: `${key}-${number}`,
        isDone: doneAt !== null,
        estimated: likely,
      })),
    untouched: cards.length - touched.length,
  };
}

function sumOf(cards: readonly CardTimeRow[]) {
  return {
    estimated: cards.reduce((sum, { likely }) => sum + (likely ?? 0), 0),
    worked: cards.reduce((sum, { worked }) => sum + worked, 0),
    asked: cards.reduce((sum, { asked }) => sum + asked, 0),
  };
}

async function peopleOf(scope: Scope, rows: readonly WeekTimeRow[]): Promise<ProjectTimeView["people"]> {
  const minutes = new Map<string, number>();
  for (const row of rows) minutes.set(row.personId, (minutes.get(row.personId) ?? 0) + row.minutes);
  const named = await namesOfPeople(scope, [...minutes.keys()]);
  return named
    .map(({ id, name }) => ({ id, name, minutes: minutes.get(id) ?? 0 }))
    .toSorted((one, other) => other.minutes - one.minutes);
}

function weeksOf(rows: readonly WeekTimeRow[]): ProjectTimeView["weeks"] {
  const weeks = new Map<string, ProjectTimeView["weeks"][number]>();
  for (const { weekOn, personId, minutes } of rows) {
    const week = weeks.get(weekOn) ?? { weekOn, minutes: 0, people: [] };
    week.minutes += minutes;
    week.people.push({ personId, minutes });
    weeks.set(weekOn, week);
  }
  return [...weeks.values()];
}
