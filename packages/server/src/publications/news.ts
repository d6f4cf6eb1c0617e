import type { Scope } from "../access/scope.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { adjustmentsOf } from "../plan/adjustments.ts";
import type { AdjustmentView } from "../plan/adjustments.view.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { type ClientChange, clientDiff } from "./client-diff.ts";
import type { ClientSnapshotView } from "./client-snapshot.view.ts";
import { clientNotes, decidedSince, nextReview, openAsks } from "./news.store.ts";

/** What a publication has to tell, for both sides. */
export interface News {
  first: boolean;
  changes: readonly ClientChange[];
  /** The days on which milestones were reached, by their ids. */
  reached: ReadonlyMap<string, string>;
  /** Those of them that were reached since the last publication, as people call them. */
  newlyReached: readonly string[];
  /** What was changed since the last publication, with the reasons; oldest first. */
  adjustments: readonly AdjustmentView[];
  /** What a review has to say to the client, in the words of whoever held it. */
  notes: readonly { milestone: string | null; words: string }[];
  decided: readonly { title: string; outcome: string }[];
  /** What the client was asked for. */
  asks: readonly { title: string; dueOn: string | null }[];
  review: { dueOn: string; clientPart: boolean } | null;
  /** So that days of this year are told without it. */
  today: string;
}

interface Between {
  projectId: string;
  before: { snapshot: ClientSnapshotView; createdAt: Date } | null;
  after: ClientSnapshotView;
  /** The publication that tells of it; null while it is only thought of. */
  publicationId: string | null;
  /** What came later is told by the next one. */
  until: Date;
}

/** What is new between two publications, or since the last one. */
export async function newsBetween(
  scope: Scope,
  { projectId, before, after, publicationId, until }: Between,
): Promise<News> {
  const work = await workCalendar(scope);
  const { project } = await visibleProject(scope, projectId);
  const which = publicationId === null ? { untold: true } : { publicationId };
  const milestones = await partsOf(scope, { projectId });
  return {
    first: before === null,
    changes: clientDiff(before?.snapshot ?? null, after, work.calendar),
    reached: reachedDays(milestones),
    newlyReached: before === null ? [] : newlyReached(before.snapshot, after),
    adjustments: (await adjustmentsOf(scope, project, which))
      .filter(({ undoneAt }) => undoneAt === null)
      .toReversed(),
    notes: notesOf(after, await clientNotes(scope, projectId, { after: before?.createdAt ?? null, until })),
    decided: before === null ? [] : await decidedSince(scope, projectId, before.createdAt),
    ...(await ahead(scope, projectId, work)),
    today: work.today,
  };
}

async function ahead(
  scope: Scope,
  projectId: string,
  { today }: WorkCalendar,
): Promise<Pick<News, "asks" | "review">> {
  return {
    asks: await openAsks(scope, projectId),
    review: (await nextReview(scope, projectId, today)) ?? null,
  };
}

/** Under the name of its milestone, where clients know that. */
function notesOf(
  { milestones }: ClientSnapshotView,
  notes: Awaited<ReturnType<typeof clientNotes>>,
): News["notes"] {
  const names = new Map(milestones.map(({ id, number, title }) => [id, `M${number} ${title}`]));
  return notes.map(({ milestoneId, words }) => ({ milestone: names.get(milestoneId) ?? null, words }));
}

function newlyReached(before: ClientSnapshotView, after: ClientSnapshotView): string[] {
  const then = new Map(before.milestones.map(({ id, state }) => [id, state]));
  return after.milestones.flatMap(({ id, number, title, state }) =>
    state === "accepted" && then.has(id) && then.get(id) !== "accepted" ? [`M${number} ${title}`] : [],
  );
}

/** Only of what counts as reached still. */
export function reachedDays(
  milestones: readonly { id: string; state: string; reachedOn: string | null }[],
): ReadonlyMap<string, string> {
  return new Map(
    milestones.flatMap(({ id, state, reachedOn }) =>
      state === "accepted" && reachedOn !== null ? [[id, reachedOn] as const] : [],
    ),
  );
}
