import { workingDaysBetween } from "../calendar/working-days.ts";
import { progressOf } from "../progress.ts";
import { ask, type CheckContext, counted, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";

/** From so many percent on, what is left is said to be small. */
const NEARLY_DONE = 80;

/** L27: a milestone that has been nearly done for long: 80 % or more, and none of its cards has moved for two weeks of work. */
export function staleProgress({ plan, open, cardsOf, calendar, today, settings }: CheckContext): Finding[] {
  const progress = progressOf(plan);
  return open.flatMap(({ id, title, state }) => {
    const percent = progress.get(id)?.percent ?? 0;
    const cards = cardsOf(id);
    if (state === "submitted" || percent < NEARLY_DONE || percent >= 100 || cards.length === 0) return [];
    const touched = cards.flatMap(({ touchedOn, doneOn }) =>
      [touchedOn, doneOn].filter((day) => day !== null),
    );
    const last = touched.reduce<string | null>(
      (latest, day) => (latest === null || day > latest ? day : latest),
      null,
    );
    const days = last === null ? settings.staleDays : workingDaysBetween(calendar, last, today);
    if (days < settings.staleDays) return [];
    const subject: Subject = { kind: "milestone", id };
    const left = cards.filter(({ place }) => place !== "done");
    const why = `“${title}” has stood at ${percent} % for ${counted(days, "working day")}: what is left may be larger than it looks.`;
    return [
      found("L27", "info", subject, why, {
        items: [subject, ...left.map((card) => ({ kind: "card", id: card.id }) as const)],
        fix: ask(subject, "cards", "What is really left to do?"),
      }),
    ];
  });
}
