import { ApprovalSnapshot } from "../approvals/approval-snapshot.view.ts";
import type { PortalTx } from "../db/database.ts";
import {
  type ClientMilestoneView,
  ClientSnapshot,
  type ClientSnapshotView,
} from "../publications/client-snapshot.view.ts";
import {
  lastApprovedPlan,
  namesOf,
  newestPublications,
  type PublicationRow,
  paidIn,
  reachedIn,
} from "./client-plan.store.ts";

export type AgreedSilence = NonNullable<ClientSnapshotView["project"]["acceptance"]>;
export type HealthWord = NonNullable<ClientMilestoneView["health"]>["word"];

/** A milestone as it was published, with the facts that flow at once laid over it. */
export interface ShownMilestone extends ClientMilestoneView {
  word: HealthWord;
  isReached: boolean;
  reachedOn: string | null;
  paidOn: string | null;
}

export interface ClientPlan {
  publication: PublicationRow;
  snapshot: ClientSnapshotView;
  /** In the order of the road. */
  milestones: ShownMilestone[];
  dropped: ClientMilestoneView[];
  names: ReadonlyMap<string, string>;
}

/** The last published plan with its facts; null before the first publication. */
export async function planOf(tx: PortalTx, projectId: string): Promise<ClientPlan | null> {
  const [publication] = await newestPublications(tx, projectId, 1);
  if (!publication) return null;
  const snapshot = snapshotOf(publication);
  const [names, reached, paid] = [
    await namesOf(tx, projectId),
    await reachedIn(tx, projectId),
    await paidIn(tx, projectId),
  ];
  const shown = snapshot.milestones
    .filter(({ dropped }) => !dropped)
    .map((milestone): ShownMilestone => {
      const isReached = reached.has(milestone.id);
      return {
        ...milestone,
        isReached,
        word: isReached ? "reached" : wordNow(milestone),
        reachedOn: reached.get(milestone.id) ?? null,
        paidOn: paid.get(milestone.id)?.paidOn ?? null,
      };
    });
  return {
    publication,
    snapshot,
    milestones: shown.sort(byRoad),
    dropped: snapshot.milestones.filter(({ dropped }) => dropped),
    names,
  };
}

/** What silence means by the plan that was approved last; null where nothing was agreed. */
export async function agreedSilence(tx: PortalTx, projectId: string): Promise<AgreedSilence | null> {
  const snapshot = await lastApprovedPlan(tx, projectId);
  const approved = snapshot === null ? null : ApprovalSnapshot.parse(JSON.parse(snapshot));
  return approved?.plan?.snapshot.project.acceptance ?? null;
}

export function snapshotOf({ snapshot }: PublicationRow): ClientSnapshotView {
  return ClientSnapshot.parse(JSON.parse(snapshot));
}

/** What was said to be reached and is so no more says nothing about its date. */
function wordNow({ health }: ClientMilestoneView): HealthWord {
  return health === null || health.word === "reached" ? "not_enough_data" : health.word;
}

const NEVER = "9999-12-31";

/** Where a milestone stands on the road: the day it was reached, else its target. */
export function dayOnRoad({ reachedOn, targetOn }: ShownMilestone): string {
  return reachedOn ?? targetOn ?? NEVER;
}

function byRoad(a: ShownMilestone, b: ShownMilestone): number {
  const [one, two] = [dayOnRoad(a), dayOnRoad(b)];
  return one === two ? a.number - b.number : one < two ? -1 : 1;
}

/** What the project is on the way to: its next milestone that is not reached. */
export function nextOf({ milestones }: ClientPlan): ShownMilestone | undefined {
  const open = milestones.filter(({ isReached, targetOn }) => !isReached && targetOn !== null);
  return open.find(({ parentId }) => parentId === null) ?? open[0];
}

export interface ProjectHealth {
  word: HealthWord;
  sentence: NonNullable<ClientMilestoneView["health"]>["sentence"];
  /** The milestone that it is about, when it is not the whole project. */
  milestone: ShownMilestone | null;
}

/** The word that was published; where it was about a milestone that is reached since, that of the next one. */
export function healthOf(plan: ClientPlan): ProjectHealth {
  const { milestones, snapshot } = plan;
  if (milestones.length > 0 && milestones.every(({ isReached }) => isReached))
    return { word: "reached", sentence: "reached", milestone: null };
  const { milestoneId, ...health } = snapshot.project.health;
  const about = milestones.find(({ id }) => id === milestoneId) ?? null;
  if (about?.isReached) {
    const next = nextOf(plan);
    if (next?.health && next.health.word !== "reached") return { ...next.health, milestone: next };
    return { word: "not_enough_data", sentence: "too_early", milestone: null };
  }
  return { ...health, milestone: about };
}

const DAY = 86_400_000;
/** Three weeks of a weekly to fortnightly rhythm; how often a project is reviewed, clients are not told. */
const OLD_DAYS = 21;

/** How many days ago the plan was published, and whether that is long. */
export function ageOf(
  { createdAt }: Pick<PublicationRow, "createdAt">,
  now: Date,
): { days: number; isOld: boolean } {
  const days = Math.floor((now.getTime() - createdAt.getTime()) / DAY);
  return { days, isOld: days > OLD_DAYS };
}
