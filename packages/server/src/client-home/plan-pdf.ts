import { windowText } from "../approvals/window-words.ts";
import { attachmentHeader } from "../files/file-name.ts";
import { civilDate } from "../kit/clock.ts";
import { notFound } from "../kit/errors.ts";
import { PdfPages } from "../portal/pdf-document.ts";
import { pdfHouse } from "../portal/pdf-house.ts";
import type { Download } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { agreedText, costText } from "./added-scope.page.tsx";
import type { AddedChange } from "./added-scope.store.ts";
import type { ClientPlan } from "./client-plan.ts";
import {
  dateText,
  measureText,
  namesText,
  partTexts,
  paymentText,
  stateText,
  versionText,
  type WholePlan,
} from "./plan-words.ts";

/** The published plan on paper, with the day on which it was asked for. */
export async function planPdf(visit: Visit, { plan, version, silence, added }: WholePlan): Promise<Download> {
  if (!plan) throw notFound();
  const { say, services, project, today, now } = visit;
  const title = say("Plan of {project}", { project: plan.snapshot.project.name });
  const published = say.day(civilDate(plan.publication.createdAt, project.zone), today);
  const pdf = new PdfPages({
    title,
    language: say.language,
    house: await pdfHouse(services.kit.dataDir, project),
    foot: `${title} · ${say("As published {day}", { day: published })} · ${say("Printed {day}", { day: say.day(today) })}`,
    pageWord: (page, pages) => say("Page {page} of {pages}", { page, pages }),
    createdAt: now,
  });
  pdf.heading(1, title);
  if (version) pdf.paragraph(versionText(visit, version), "dim");
  writeHead(pdf, visit, plan);
  writeMilestones(pdf, visit, plan);
  writeScope(pdf, visit, plan, added);
  if (silence) {
    pdf.heading(2, say("If nobody answers"));
    pdf.paragraph(windowText(say, silence));
  }
  const name = `${project.key.toLowerCase()}-plan-${plan.publication.n}.pdf`;
  return {
    bytes: await pdf.end(),
    headers: {
      "content-type": "application/pdf",
      "content-disposition": attachmentHeader("inline", name),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  };
}

function writeHead(pdf: PdfPages, visit: Visit, { snapshot }: ClientPlan): void {
  const { say } = visit;
  const { project, objectives } = snapshot;
  if (project.outcome) {
    pdf.heading(2, say("Outcome"));
    pdf.paragraph(project.outcome);
  }
  if (objectives.length === 0) return;
  pdf.heading(2, say("Objectives"));
  for (const objective of objectives) {
    pdf.heading(3, objective.statement);
    if (objective.clientReason) pdf.paragraph(objective.clientReason);
    const measure = measureText(visit, objective);
    pdf.paragraph([objective.measure, measure].filter((part) => part !== "").join(": "), "dim");
  }
}

function writeMilestones(pdf: PdfPages, visit: Visit, plan: ClientPlan): void {
  const { say } = visit;
  const { milestones, names } = plan;
  if (milestones.length === 0) return;
  pdf.heading(2, say("Milestones"));
  pdf.table({
    head: [say("Milestone"), say("Date"), say("State"), say("Responsible"), say("Payment")],
    shares: [8, 4, 4, 4, 4],
    rows: milestones.map((milestone) => [
      `M${milestone.number} ${milestone.title}`,
      dateText(visit, milestone),
      stateText(visit, milestone),
      namesText(names, [milestone.ownerId]),
      paymentText(visit, milestone, plan),
    ]),
  });
  for (const milestone of milestones) {
    const { number, title, outcome, criteria, approverIds } = milestone;
    if (!outcome && criteria.length === 0) continue;
    pdf.heading(3, `M${number} ${title}`);
    if (outcome) pdf.paragraph(outcome);
    if (criteria.length > 0) {
      pdf.paragraph(say("Done when"), "dim");
      pdf.list(criteria.map(({ text }) => text));
    }
    const decides = namesText(names, approverIds);
    if (decides) pdf.paragraph(say("Decides: {name}", { name: decides }), "dim");
    for (const part of partTexts(names, milestone)) pdf.paragraph(part, "dim");
  }
}

function writeScope(
  pdf: PdfPages,
  visit: Visit,
  { snapshot, names }: ClientPlan,
  added: readonly AddedChange[],
): void {
  const { say } = visit;
  const { scopeIn, scopeOut, leadId } = snapshot.project;
  if (scopeIn || scopeOut) pdf.heading(2, say("Scope"));
  if (scopeIn) {
    pdf.heading(3, say("Part of it"));
    pdf.paragraph(scopeIn);
  }
  if (scopeOut) {
    pdf.heading(3, say("Not part of it"));
    pdf.paragraph(scopeOut);
  }
  if (added.length > 0) {
    pdf.heading(2, say("Added since the first plan"));
    for (const change of added) {
      pdf.heading(3, change.title);
      pdf.paragraph(costText(visit, change));
      pdf.paragraph(agreedText(visit, change), "dim");
    }
  }
  const lead = namesText(names, [leadId]);
  if (!lead) return;
  pdf.heading(2, say("Who does what"));
  pdf.paragraph(say("{name} leads the project.", { name: lead }));
}
