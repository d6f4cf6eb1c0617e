import {
  ApprovalSnapshot,
  type ApprovalSnapshotView,
  type FrozenChangeView,
} from "../approvals/approval-snapshot.view.ts";
import { choiceText } from "../approvals/choices.ts";
import { daysText, priceText } from "../approvals/price-text.ts";
import { PdfPages } from "../portal/pdf-document.ts";
import type { PdfHouse } from "../portal/pdf-options.ts";
import type { Say } from "../words/say.ts";
import {
  momentWords,
  nameWords,
  outcomeWords,
  sizeWords,
  verdictWords,
  wayWords,
} from "./certificate-words.ts";
import type { ApprovalRecord } from "./record.ts";

export interface CertificateParts {
  record: ApprovalRecord;
  say: Say;
  house: PdfHouse;
  zone: string;
  now: Date;
}

interface Ground extends CertificateParts {
  pdf: PdfPages;
  snapshot: ApprovalSnapshotView;
}

/** What was decided, by whom, when and how, with what proves it, in the words of who reads it. */
export async function certificatePdf(parts: CertificateParts): Promise<Buffer> {
  const { record, say, house, zone, now } = parts;
  const { facts } = record.evidence.request;
  const title = say("Certificate: {title}", { title: facts.title });
  const pdf = new PdfPages({
    title,
    language: say.language,
    house,
    foot: `${say("Decision {n}", { n: facts.number })} · ${say("Made {when}", { when: momentWords(say, now.toISOString(), zone) })}`,
    pageWord: (page, pages) => say("Page {page} of {pages}", { page, pages }),
    createdAt: now,
  });
  const snapshot = ApprovalSnapshot.parse(JSON.parse(record.evidence.snapshot.snapshot));
  const ground = { ...parts, pdf, snapshot };
  pdf.heading(1, title);
  writeRequest(ground);
  writeContent(ground);
  writeDecisions(ground);
  writeProof(ground);
  return pdf.end();
}

function writeRequest({ pdf, say, record, snapshot, zone }: Ground): void {
  const { facts, refs } = record.evidence.request;
  const { outcome, outcomeAt } = facts;
  const asked = momentWords(say, facts.opensAt, zone);
  pdf.list([
    fact(say("Project"), snapshot.project.name),
    fact(say("What"), `${facts.title} · ${say("version {n}", { n: facts.round })}`),
    ...(facts.question === facts.title ? [] : [fact(say("Question"), facts.question)]),
    ...(facts.consequence ? [fact(say("What follows"), facts.consequence)] : []),
    fact(
      say("Asked"),
      refs.askedBy
        ? say("{when}, by {name}", { when: asked, name: nameWords(say, record, refs.askedBy) })
        : asked,
    ),
    ...(outcome && outcomeAt
      ? [fact(say("Outcome"), `${outcomeWords(say, outcome)}, ${momentWords(say, outcomeAt, zone)}`)]
      : []),
  ]);
}

function writeContent({ pdf, say, record, snapshot }: Ground): void {
  const { milestone, plan, change, choices } = snapshot;
  pdf.heading(2, say("What it was about"));
  if (plan) pdf.paragraph(say("The plan as it was published as number {n}.", { n: plan.publication }));
  if (milestone?.outcome) pdf.paragraph(milestone.outcome);
  if (milestone && milestone.criteria.length > 0) {
    pdf.heading(3, say("Done when"));
    pdf.list(milestone.criteria.map(({ text, answer }) => criterionWords(say, text, answer)));
  }
  if (change) writeChange(pdf, say, snapshot, change);
  else if (choices.length > 0) pdf.list(choices.map(({ text }) => text));
  const { files } = record.evidence;
  if (files.length > 0)
    pdf.table({
      head: [say("File"), say("Size"), "SHA-256"],
      rows: files.map(({ name, bytes, sha256 }) => [name, sizeWords(say, bytes), sha256]),
      shares: [3, 1, 5],
    });
  pdf.paragraph(say("SHA-256 of what was shown: {hash}", { hash: record.evidence.snapshot.hash }), "dim");
}

function writeChange(
  pdf: PdfPages,
  say: Say,
  { project }: ApprovalSnapshotView,
  { words, offer, dates, priceMinor, totalMinor }: FrozenChangeView,
): void {
  if (words) pdf.paragraph(say("Asked for: {words}", { words }));
  if (offer) pdf.paragraph(say("Offered: {words}", { words: offer }));
  pdf.list([
    ...dates.map(({ number, title, before, after, days }) =>
      fact(`M${number} ${title}`, `${say.day(before)} → ${say.day(after)} (${daysText(say, days)})`),
    ),
    ...(dates.length === 0 ? [say("No date changes.")] : []),
    fact(say("Price"), priceText(say, priceMinor, project.currency)),
    ...(totalMinor === null
      ? []
      : [say("All of the plan together then: {price}", { price: say.money(totalMinor, project.currency) })]),
  ]);
}

function criterionWords(say: Say, text: string, answer: string | null): string {
  if (answer === null) return text;
  return `${text} · ${answer === "met" ? say("met, the team says") : say("not met, the team says")}`;
}

function writeDecisions({ pdf, say, record, snapshot, zone }: Ground): void {
  const { decisions } = record.evidence;
  pdf.heading(2, say("Who decided"));
  pdf.table({
    head: [say("Who"), say("Decision"), say("When"), say("How")],
    rows: decisions.map((decision) => [
      nameWords(say, record, decision.facts.personId),
      verdictWords(say, decision, choiceText(say, snapshot, decision.facts.choice)),
      momentWords(say, decision.facts.at, zone),
      wayWords(say, record, decision),
    ]),
    shares: [2, 2, 2, 3],
  });
  for (const { facts } of decisions) {
    const unmet = unmetCriteria(snapshot, facts.criteria);
    if (facts.words === "" && unmet.length === 0) continue;
    pdf.heading(3, say("{name} wrote", { name: nameWords(say, record, facts.personId) }));
    if (facts.words !== "") pdf.paragraph(facts.words);
    if (unmet.length > 0) pdf.paragraph(say("Not met: {criteria}", { criteria: unmet.join("; ") }));
  }
}

function unmetCriteria({ milestone }: ApprovalSnapshotView, criteria: unknown): string[] {
  const ids = Array.isArray(criteria) ? criteria.map(String) : [];
  return (milestone?.criteria ?? []).filter(({ id }) => ids.includes(id)).map(({ text }) => text);
}

function writeProof({ pdf, say, record }: Ground): void {
  const { head, fingerprint } = record;
  pdf.heading(2, say("How to check it"));
  pdf.list([
    fact(say("Fingerprint of the decision"), fingerprint),
    fact(say("Chain of the project"), `${say("record {n}", { n: head.n })}, ${head.hash}`),
  ]);
  pdf.paragraph(
    say(
      "Keep the record (JSON) beside this page. On any machine, without access to the team's: milepost verify record.json --head {hash}",
      { hash: head.hash },
    ),
  );
  pdf.paragraph(
    say(
      "It proves that nothing was changed since it was sealed. It does not prove who sat before the screen, and it is not a qualified signature.",
    ),
    "dim",
  );
}

function fact(name: string, value: string): string {
  return `${name}: ${value}`;
}
