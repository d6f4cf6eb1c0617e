import { shortDay } from "../lib/dates.ts";
import type { Workload, WorkloadPerson } from "./workload.api.ts";

/** 90 -> "1.5": hours without their unit, to one place. */
export function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}

/** So many weeks are named one by one. */
const NAMED = 3;
/** So many people are told in the sentence; the table marks all. */
const TOLD = 4;

/** "Jo has 20 h too much in the weeks of 9 Mar and 16 Mar": who cannot keep what has been promised, and when; the most first. */
export function overSentence(people: readonly WorkloadPerson[]): string | null {
  const over = people
    .map(({ name, cells }) => {
      const weeks = cells.filter((cell) => cell.over > 0);
      return { name, weeks, minutes: weeks.reduce((sum, cell) => sum + cell.over, 0) };
    })
    .filter(({ minutes }) => minutes > 0)
    .toSorted((one, other) => other.minutes - one.minutes);
  if (over.length === 0) return null;
  const told = over
    .slice(0, TOLD)
    .map(({ name, minutes, weeks }) => `${name} has ${hours(minutes)} h too much in ${weeksText(weeks)}`);
  const rest = over.length - told.length;
  return `${[...told, ...(rest > 0 ? [`and ${rest} more people`] : [])].join("; ")}.`;
}

function weeksText(weeks: readonly { weekOn: string }[]): string {
  const days = weeks.map(({ weekOn }) => shortDay(weekOn));
  const [first = ""] = days;
  if (days.length === 1) return `the week of ${first}`;
  if (days.length > NAMED) return `${days.length} weeks, first in that of ${first}`;
  return `the weeks of ${days.slice(0, -1).join(", ")} and ${days.at(-1)}`;
}

/** The view with only those who have too much in one of its weeks. */
export function onlyOver(view: Workload, wanted: boolean): Workload {
  if (!wanted) return view;
  return { ...view, people: view.people.filter(({ cells }) => cells.some(({ over }) => over > 0)) };
}

/** "Everybody has 32 h a week": what there is while nothing is planned. */
export function capacitySentence({ people }: Workload): string {
  const weeks = people.map(({ cells }) => Math.max(0, ...cells.map(({ capacity }) => capacity)));
  const [least, most] = [Math.min(...weeks), Math.max(...weeks)];
  return least === most
    ? `Everybody has ${hours(most)} h a week.`
    : `People have ${hours(least)} to ${hours(most)} h a week.`;
}

/** The view with only the work of one project, and only the people who have some; what is too much stays so. */
export function onlyProject(view: Workload, projectId: string | undefined): Workload {
  if (projectId === undefined) return view;
  const own = new Set(view.cards.filter((card) => card.projectId === projectId).map(({ id }) => id));
  const people = view.people.map(({ cells, ...person }) => ({
    ...person,
    cells: cells.map((cell) => {
      const cards = cell.cards.filter(({ cardId }) => own.has(cardId));
      return { ...cell, cards, planned: cards.reduce((sum, { minutes }) => sum + minutes, 0), otherWork: 0 };
    }),
  }));
  return { ...view, people: people.filter(({ cells }) => cells.some(({ cards }) => cards.length > 0)) };
}
