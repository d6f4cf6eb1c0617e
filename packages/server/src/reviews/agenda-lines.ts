import type { HealthWord } from "@milepost/planning";
import type { ReviewAgendaView } from "./agenda.view.ts";

export interface AgendaLine {
  name: string;
  value: string;
}

const MOST_NAMED = 4;
const WORDS: readonly [HealthWord, string][] = [
  ["off_track", "Off track"],
  ["at_risk", "At risk"],
  ["waiting_for_client", "Waiting for client"],
];

/** The agenda in the few lines of a mail; what there is nothing of is left out. */
export function agendaLines(agenda: ReviewAgendaView): AgendaLine[] {
  const decisions = (by: "team" | "client") =>
    named(agenda.decisions.filter((one) => one.by === by).map(({ title }) => title));
  const lines: [string, string][] = [
    ...WORDS.map(([word, name]): [string, string] => [
      name,
      named(
        agenda.milestones
          .filter((one) => one.word === word)
          .map(({ ref, title }) => `${shortRef(ref)} ${title}`),
      ),
    ]),
    ["Decisions of ours", decisions("team")],
    ["Decisions of the client", decisions("client")],
    ["Overdue from the client", named(agenda.overdue.map(({ title }) => title))],
    ["Have not confirmed the last notice", named(agenda.unacknowledged.map(({ name }) => name))],
    ["Open from the last review", named(agenda.actions.map(({ title }) => title))],
  ];
  return lines.flatMap(([name, value]) => (value === "" ? [] : [{ name, value }]));
}

function named(titles: readonly string[]): string {
  const rest = titles.length - MOST_NAMED;
  const shown = titles.slice(0, MOST_NAMED).join("; ");
  return rest > 0 ? `${shown}; ${rest} more` : shown;
}

/** The mail names the project once: "M3" is enough beside a title. */
function shortRef(ref: string): string {
  return ref.slice(ref.lastIndexOf("-") + 1);
}
