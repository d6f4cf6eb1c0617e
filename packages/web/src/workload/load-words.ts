import type { Workload, WorkloadPerson } from "./workload.api.ts";

/** 90 -> "1.5": hours without their unit, to one place. */
export function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}

/** "Jo has 20 h too much in 2 weeks": who cannot keep what has been promised. */
export function overSentence(people: readonly WorkloadPerson[]): string | null {
  const over = people.flatMap(({ name, cells }) => {
    const weeks = cells.filter((cell) => cell.over > 0);
    const minutes = weeks.reduce((sum, cell) => sum + cell.over, 0);
    return weeks.length === 0
      ? []
      : [
          `${name} has ${hours(minutes)} h too much in ${weeks.length === 1 ? "one week" : `${weeks.length} weeks`}`,
        ];
  });
  return over.length === 0 ? null : `${over.join("; ")}.`;
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
