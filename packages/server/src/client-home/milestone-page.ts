import { createElement } from "react";
import { notFound } from "../kit/errors.ts";
import type { ProjectPage } from "../portal/portal-page.ts";
import { portalHref, read, type Visit } from "../portal/visit.ts";
import { type SharedFile, sharedFiles } from "./client-files.store.ts";
import { type ClientPlan, planOf, type ShownMilestone } from "./client-plan.ts";
import { lastSaid, type Said } from "./client-talk.store.ts";
import { say } from "./client-talk.ts";
import { MilestonePage } from "./milestone.page.tsx";
import { criteriaMet, decisionsOn, type MilestoneDecision } from "./milestone.store.ts";

export interface MilestoneParts {
  plan: ClientPlan;
  milestone: ShownMilestone;
  met: ReadonlySet<string>;
  decisions: MilestoneDecision[];
  files: SharedFile[];
  said: Said[];
}

const FILES = 50;
const SAID = 50;

export const milestonePage: ProjectPage = {
  path: "/portal/:workspace/:project/m/:number",
  logged: "milestone",
  async show(visit) {
    const parts = await readMilestone(visit);
    const { milestone } = parts;
    const title = `M${milestone.number} ${milestone.title}`;
    return { title, at: "plan", body: createElement(MilestonePage, { visit, parts }) };
  },
  async act(visit, form) {
    const { milestone } = await readMilestone(visit);
    const back = `${portalHref(visit, `/m/${milestone.number}`)}#talk`;
    return say(visit, form, { kind: "milestone", id: milestone.id }, back);
  },
};

/** Of the published plan: a milestone that clients were never shown is not there. */
function readMilestone(visit: Visit): Promise<MilestoneParts> {
  const { number } = visit.request.params as { number?: string };
  return read(visit, async (tx) => {
    const { id: projectId } = visit.project;
    const plan = await planOf(tx, projectId);
    const milestone = plan?.milestones.find((one) => String(one.number) === number);
    if (!plan || !milestone) throw notFound();
    const { id } = milestone;
    return {
      plan,
      milestone,
      met: await criteriaMet(tx, id),
      decisions: await decisionsOn(tx, id),
      files: await sharedFiles(tx, projectId, { milestoneId: id, limit: FILES }),
      said: await lastSaid(tx, projectId, { milestoneId: id }, SAID),
    };
  });
}
