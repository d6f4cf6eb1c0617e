import { REASONS } from "../lib/adjustments.ts";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import type { LineDecision, Review, ReviewAction, ReviewLine, StatedWord } from "./reviews.api.ts";

export const CALLS: readonly { value: StatedWord; label: string }[] = [
  { value: "on_track", label: "On track" },
  { value: "at_risk", label: "At risk" },
  { value: "off_track", label: "Off track" },
  { value: "waiting_for_client", label: "Waiting for client" },
];

export const DECISIONS: readonly { value: LineDecision; label: string; key: string }[] = [
  { value: "keep", label: "Keep the date", key: "h" },
  { value: "move", label: "Move", key: "m" },
  { value: "redefine", label: "Redefine", key: "r" },
  { value: "split", label: "Split", key: "s" },
  { value: "drop", label: "Drop", key: "x" },
];

export function callWord(stated: StatedWord): string {
  return CALLS.find(({ value }) => value === stated)?.label ?? stated;
}

/** "M3" of "ACME-M3". */
export function shortRef({ ref }: Pick<ReviewLine, "ref">): string {
  return ref.slice(ref.lastIndexOf("-") + 1);
}

/** "Since Fri 5 Jun: 9 done, 2 added, 1 decision" */
export function sinceWords({ since, today }: Pick<Review, "since" | "today">): string {
  const facts = [
    `${since.done} done`,
    `${since.added} added`,
    counted(since.decisions, "decision"),
    ...(since.reached.length > 0 ? [`${counted(since.reached.length, "milestone")} reached`] : []),
    ...(since.clientDays > 0 ? [`${counted(since.clientDays, "working day")} with the client`] : []),
  ].join(", ");
  return since.on === null ? `So far: ${facts}` : `Since ${dayText(since.on, today)}: ${facts}`;
}

/** Whoever says otherwise than the figures says why. */
export function disagrees({ stated, health, opened }: ReviewLine, said: StatedWord | null = stated): boolean {
  return said !== null && said !== health?.word && said !== opened?.computed;
}

/** "Safe by Fri 19 Jun, was Tue 16 Jun" */
export function forecastWords({ safeOn, likelyOn, last, opened }: ReviewLine, today: string): string {
  const now = safeOn ?? likelyOn;
  if (now === null) return "No forecast yet: too few cards have an estimate.";
  const before = last?.safeOn ?? opened?.safeOn ?? null;
  const was = before !== null && before !== safeOn ? `, was ${dayText(before, today)}` : ", as before";
  const likely =
    likelyOn !== null && likelyOn !== now ? `Likely by ${dayText(likelyOn, today)}, safe by ` : "Safe by ";
  return `${likely}${dayText(now, today)}${was}.`;
}

/** What happened to it since the last review, a fact each. */
export function sinceFacts(line: ReviewLine, today: string): string[] {
  const { since, cards, decisions, requests, clock, last } = line;
  const moved = last?.targetOn && last.targetOn !== line.targetOn;
  return [
    `${counted(since.done, "card")} done, ${since.added} added; ${cards.done} of ${cards.count} done in all.`,
    ...(moved && line.targetOn
      ? [`Date ${dayText(last.targetOn ?? "", today)} → ${dayText(line.targetOn, today)}.`]
      : []),
    ...decisions.map(
      ({ title, side, since: asked }) =>
        `Waiting for ${side === "client" ? "the client" : "us"}: “${title}”, since ${dayText(asked, today)}.`,
    ),
    ...requests.map(
      ({ title, clientDays }) => `With the client: “${title}”, ${counted(clientDays, "working day")}.`,
    ),
    ...(clock && clock.clientDays > 0 && requests.length === 0
      ? [`${counted(clock.clientDays, "working day")} with the client so far.`]
      : []),
  ];
}

/** "asks: Does the launch hold? (by a link that Sam handed over)" */
export function saidWords(
  { kind, words, targetOn, handedOverBy }: Review["words"][number],
  names: ReadonlyMap<string, string>,
  today: string,
): string {
  const by = handedOverBy ? ` (by a link that ${names.get(handedOverBy) ?? "somebody"} handed over)` : "";
  if (kind === "fine") return `fine${by}`;
  const day = targetOn === null ? "" : ` ${dayText(targetOn, today)}`;
  const what = kind === "question" ? "asks" : `proposes${day}`;
  return `${what}${words === "" ? "" : `: ${words}`}${by}`;
}

export function actionWords(
  { title, ownerId, dueOn, done }: ReviewAction,
  names: ReadonlyMap<string, string>,
  today: string,
): string {
  const owner = ownerId === null ? [] : [names.get(ownerId) ?? "somebody"];
  const due = dueOn === null ? [] : [`due ${dayText(dueOn, today)}`];
  return [title, ...owner, ...due, ...(done ? ["done"] : [])].join(" · ");
}

/** "Kept", "Moved to Fri 19 Jun" */
export function decisionWords({ decision, targetOn, splitOff }: ReviewLine, today: string): string {
  if (decision === null) return "Not decided: keeps its date";
  if (decision === "move") return targetOn ? `Moved to ${dayText(targetOn, today)}` : "Moved";
  if (decision === "split") return splitOff ? `Split: ${shortRef(splitOff)} ${splitOff.title}` : "Split";
  return { keep: "Keeps its date", redefine: "Redefined", drop: "Dropped" }[decision];
}

export function reasonWords({ reasonCode, reason }: Pick<ReviewLine, "reasonCode" | "reason">): string {
  const code = REASONS.find(({ value }) => value === reasonCode)?.label ?? "";
  return [code, reason].filter(Boolean).join(": ");
}

/** "0:04:10" */
export function clockText(from: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(from)) / 1_000));
  const part = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3_600)}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
