import { csvOf } from "../kit/csv.ts";
import type { LoggedDecisionView } from "./decision-log.view.ts";

const HEAD = [
  "number",
  "kind",
  "title",
  "question",
  "options",
  "who_decides",
  "rule",
  "asked_by",
  "asked_at",
  "due_on",
  "state",
  "outcome",
  "choice",
  "decided_by",
  "decided_at",
  "why",
  "how",
  "milestone",
  "plan_version",
  "rounds",
  "audience",
];

/** One line a decision, for a spreadsheet or a handover. */
export function logCsv(entries: readonly LoggedDecisionView[], currency: string): string {
  return csvOf(
    HEAD,
    entries.map((entry) => [
      entry.number === null ? "" : String(entry.number),
      entry.kind,
      entry.title,
      entry.question,
      entry.options.map((option) => optionText(option, currency)).join("; "),
      entry.deciders.map(({ name, delegate }) => (delegate ? `${name} (${delegate.name})` : name)).join("; "),
      entry.deciders.length > 1 ? entry.rule : "",
      entry.askedBy?.name ?? "",
      entry.askedAt,
      entry.dueOn ?? "",
      entry.state,
      entry.outcome ?? "",
      entry.choice ?? "",
      entry.answers.map(({ person }) => person?.name ?? "").join("; "),
      entry.closedAt ?? "",
      [...entry.answers.map(({ words }) => words), entry.reason].filter(Boolean).join("; "),
      entry.answers.map(wayText).filter(Boolean).join("; "),
      entry.milestone ? `M${entry.milestone.number}` : "",
      entry.planVersion === null ? "" : String(entry.planVersion),
      String(entry.rounds.length),
      entry.audience,
    ]),
  );
}

function optionText({ text, days, priceMinor }: LoggedDecisionView["options"][number], currency: string) {
  const effects = [
    ...(days === null ? [] : [`${days} working days`]),
    ...(priceMinor === null ? [] : [`${amount(priceMinor, currency)} ${currency}`]),
  ];
  return effects.length === 0 ? text : `${text} (${effects.join(", ")})`;
}

function amount(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}

/** What was not said by its person on their own page is marked as such. */
function wayText({ way, through }: LoggedDecisionView["answers"][number]): string {
  if (way === "member") return `written down by ${through ?? "the team"} on their behalf`;
  if (way === "window") return "accepted as agreed without an answer";
  return through === null ? "" : `by a link that ${through} handed over`;
}
