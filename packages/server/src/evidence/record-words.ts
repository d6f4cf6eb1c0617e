import type { SoundRecord } from "./check-record.ts";
import type { Evidence } from "./evidence.view.ts";

const KINDS: Record<Evidence["request"]["facts"]["kind"], string> = {
  plan: "a plan",
  definition: "what a milestone means",
  completion: "a milestone's completion",
  files: "files",
  change: "a change",
  question: "a question",
};

const VERDICTS: Record<Evidence["decisions"][number]["facts"]["verdict"], string> = {
  approved: "approved",
  changes_requested: "changes requested",
  chosen: "chosen",
  advised: "opinion",
};

const OUTCOMES: Record<string, string> = { ...VERDICTS, lapsed: "no answer in the time that was agreed" };

/** What a record says and what of it was checked, for whoever stands at a terminal. */
export function recordWords({ evidence, names, events, ownEvents, fingerprint }: SoundRecord): string[] {
  const { facts } = evidence.request;
  const hidden = names.filter(({ name }) => name === null).length;
  return [
    `ok       Approval ${facts.number}, version ${facts.round}, on ${KINDS[facts.kind]}: ${facts.title}`,
    ...(facts.question === "" ? [] : [`         ${facts.question}`]),
    ...evidence.decisions.map((decision) => `         ${decisionWords(evidence, decision, names)}`),
    `         Outcome: ${facts.outcome === null ? "not decided yet" : OUTCOMES[facts.outcome]}`,
    `Checked  the request, its snapshot (SHA-256 ${evidence.snapshot.hash}), ${count(evidence.files.length, "file hash", "file hashes")},`,
    `         ${count(evidence.decisions.length, "decision")}, ${count(evidence.withdrawals.length, "withdrawal")}, ${count(names.length, "person", "people")},`,
    `         ${count(events, "record")} of the project's chain, ${ownEvents} of them of this approval.`,
    ...(hidden > 0
      ? [
          `         ${count(hidden, "name")} erased or changed since: the seals hold, the name is no longer shown.`,
        ]
      : []),
    `Fingerprint of the approval: ${fingerprint}`,
  ];
}

function decisionWords(
  { withdrawals, people }: Evidence,
  { facts, refs }: Evidence["decisions"][number],
  names: SoundRecord["names"],
): string {
  const name = (id: string) =>
    names.find(({ personId }) => personId === id)?.name ??
    `person ${people.findIndex(({ personId }) => personId === id) + 1} (name erased or changed)`;
  const withdrawn = withdrawals.some(({ decisionId }) => decisionId === facts.id);
  return [
    `${VERDICTS[facts.verdict]} by ${name(facts.personId)}, ${facts.at.slice(0, 16).replace("T", " ")} UTC`,
    facts.way === "window" ? "by the acceptance window that was agreed" : "",
    refs.decidedBy ? `written down on behalf by ${name(refs.decidedBy)}` : "",
    refs.handedOverBy ? `through a link handed over by ${name(refs.handedOverBy)}` : "",
    withdrawn ? "taken back" : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
