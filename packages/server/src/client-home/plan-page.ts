import { createElement } from "react";
import type { ProjectPage } from "../portal/portal-page.ts";
import { read, type Visit } from "../portal/visit.ts";
import { addedScope } from "./added-scope.store.ts";
import { newestVersion } from "./client-plan.store.ts";
import { agreedSilence, planOf } from "./client-plan.ts";
import { PlanPage } from "./plan.page.tsx";
import { planPdf } from "./plan-pdf.ts";
import type { WholePlan } from "./plan-words.ts";

export const planPage: ProjectPage = {
  path: "/portal/:workspace/:project/plan",
  logged: "plan",
  async show(visit) {
    const whole = await readWhole(visit);
    return { title: visit.say("Plan"), at: "plan", body: createElement(PlanPage, { visit, ...whole }) };
  },
};

/** The same to keep and to pass on. */
export const planPdfPage: ProjectPage = {
  path: "/portal/:workspace/:project/plan.pdf",
  async show(visit) {
    return planPdf(visit, await readWhole(visit));
  },
};

function readWhole(visit: Visit): Promise<WholePlan> {
  const { id } = visit.project;
  return read(visit, async (tx) => ({
    plan: await planOf(tx, id),
    version: (await newestVersion(tx, id)) ?? null,
    silence: await agreedSilence(tx, id),
    added: await addedScope(tx, id),
  }));
}
