import type { Message, Say } from "../words/say.ts";
import type { Evidence } from "./evidence.view.ts";
import type { ApprovalRecord } from "./record.ts";

type Decision = Evidence["decisions"][number];

const OUTCOMES: Record<string, Message> = {
  approved: "Approved",
  changes_requested: "Changes requested",
  chosen: "Chosen",
  advised: "An opinion",
};

export function outcomeWords(say: Say, outcome: string): string {
  return say(OUTCOMES[outcome] ?? "Approved");
}

export function verdictWords(say: Say, { facts }: Decision, choice: string | undefined): string {
  return facts.verdict === "chosen" && choice !== undefined
    ? `${outcomeWords(say, "chosen")}: ${choice}`
    : outcomeWords(say, facts.verdict);
}

export function nameWords(
  say: Say,
  { names, erased }: Pick<ApprovalRecord, "names" | "erased">,
  personId: string,
): string {
  const name = names.get(personId);
  if (name !== undefined) return name;
  return erased.has(personId) ? say("Former contact") : say("(name erased or changed)");
}

/** By which way somebody decided, and who else had a part in it: never left out. */
export function wayWords(say: Say, record: ApprovalRecord, { facts, refs }: Decision): string {
  const { request, withdrawals, seats } = record.evidence;
  const name = (id: string) => nameWords(say, record, id);
  const seat = seats.find(({ refs: { delegateId } }) => delegateId === facts.personId);
  const isTakenBack = withdrawals.some(({ decisionId }) => decisionId === facts.id);
  const ways = {
    link: say("by their own link"),
    session: say("signed in on the client pages"),
    member: say("on behalf, written down by {name}", { name: name(refs.decidedBy ?? "") }),
    window: say("by the acceptance window that was agreed: no answer in {n} days", {
      n: request.facts.acceptanceDays ?? 0,
    }),
  };
  return [
    ways[facts.way],
    ...(refs.handedOverBy
      ? [say("the link was handed over by {name}", { name: name(refs.handedOverBy) })]
      : []),
    ...(seat ? [say("in place of {name}", { name: name(seat.facts.personId) })] : []),
    ...(isTakenBack ? [say("taken back within the minutes that were allowed")] : []),
  ].join(", ");
}

/** With year and zone: it is read years later, and elsewhere. */
export function momentWords(say: Say, at: string, zone: string): string {
  const words = new Intl.DateTimeFormat(say.language === "de" ? "de-DE" : "en-GB", {
    ...{ weekday: "short", day: "numeric", month: "short", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", timeZone: zone },
  });
  return `${words.format(new Date(at))} (${zone})`;
}

export function sizeWords(say: Say, bytes: number): string {
  const format = new Intl.NumberFormat(say.language === "de" ? "de-DE" : "en-GB", {
    maximumFractionDigits: 1,
  });
  return bytes < 1_000_000 ? `${format.format(bytes / 1_000)} kB` : `${format.format(bytes / 1_000_000)} MB`;
}
