import type { Scope } from "../access/scope.ts";
import { invalid, notFound, refused } from "../kit/errors.ts";
import { type MilestoneAccess, visibleMilestone } from "../milestones/milestone-access.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { moveMilestone } from "../plan/milestone-moves.ts";
import { openMinorsOf } from "../plan/open-cards.store.ts";
import type { Ask } from "./freeze.ts";
import { newestVersions, standingPublication } from "./frozen.store.ts";

/** Can this be asked at all? The refusal says what to do first. */
export async function refuseUnready(scope: Scope, ask: Ask): Promise<void> {
  await refuseUnknownFiles(scope, ask);
  if (ask.kind === "plan" && !(await standingPublication(scope, ask.projectId)))
    throw refused("not-published", "Publish the plan first: people approve what they can read.");
  if (ask.kind === "files" && ask.fileIds.length === 0)
    throw invalid([{ path: "fileIds", message: "Choose at least one file that the client can see." }]);
  if (ask.milestoneId !== null) return refuseMilestone(scope, ask, await accessOf(scope, ask));
  if (ask.kind === "completion" || ask.kind === "definition")
    throw invalid([{ path: "milestoneId", message: "Choose the milestone." }]);
}

async function refuseUnknownFiles(scope: Scope, { projectId, fileIds }: Ask): Promise<void> {
  const known = await newestVersions(scope, projectId, fileIds);
  if (known.length < new Set(fileIds).size)
    throw refused("file-not-shown", "A file that is asked about has to be one that the client can see.", {
      fileIds: fileIds.filter((id) => !known.some(({ fileId }) => fileId === id)),
    });
}

async function refuseMilestone(scope: Scope, { kind }: Ask, { milestone }: MilestoneAccess): Promise<void> {
  const { state, audience, clientApproval } = milestone;
  if (audience !== "client")
    throw refused("milestone-not-shown", "Clients do not see this milestone. Show it to them first.");
  if (state === "accepted" || state === "dropped")
    throw refused("milestone-closed", `This milestone is ${state}: there is nothing left to decide.`, {
      state,
    });
  if (kind !== "completion") return;
  if (!clientApproval)
    throw refused("owner-accepts", "No client approves this milestone: its owner accepts it.");
  if (state !== "active" && state !== "submitted")
    throw refused("not-active", "Work on this milestone has not begun.", { state });
  await refuseUnfinished(scope, milestone.id);
}

async function refuseUnfinished(scope: Scope, milestoneId: string): Promise<void> {
  const [parts] = await partsOf(scope, { id: milestoneId });
  const unanswered = parts?.criteria.filter(({ answer }) => answer === null) ?? [];
  const absent = parts?.deliverables.filter(({ required, deliveredAt }) => required && !deliveredAt) ?? [];
  const missing = [
    ...unanswered.map(({ id, text }) => ({ kind: "criterion", id, what: `Not answered yet: ${text}` })),
    ...absent.map(({ id, title }) => ({ kind: "deliverable", id, what: `Not handed in: ${title}` })),
  ];
  if (missing.length > 0) throw refused("not-ready", "Something is still missing.", { missing });
  const minors = await openMinorsOf(scope, milestoneId);
  if (minors.length > 0)
    throw refused("open-minors", "Reach, drop or move out its minor milestones first.", {
      milestones: minors,
    });
}

/** Who asks whether a milestone is done hands it in by asking. */
export async function makeReady(scope: Scope, ask: Ask): Promise<void> {
  if (ask.kind !== "completion") return;
  const access = await accessOf(scope, ask);
  if (access.milestone.state === "active")
    await moveMilestone(scope, access, { to: "submitted", expected: "active" });
}

async function accessOf(scope: Scope, { milestoneId, projectId }: Ask): Promise<MilestoneAccess> {
  const access = await visibleMilestone(scope, milestoneId ?? "");
  if (access.milestone.projectId !== projectId) throw notFound();
  return access;
}
