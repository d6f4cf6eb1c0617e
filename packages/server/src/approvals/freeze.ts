import type { Scope } from "../access/scope.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { cut } from "../kit/cut.ts";
import { LIMITS } from "../kit/fields.ts";
import { sha256 } from "../kit/secret.ts";
import { type MilestoneWithParts, partsOf } from "../milestones/milestone-parts.store.ts";
import type { AcceptanceWindowView } from "../projects/acceptance-window.view.ts";
import { ClientSnapshot, type ClientSnapshotView } from "../publications/client-snapshot.view.ts";
import { frozenText } from "../publications/publications.store.ts";
import {
  type ApprovalChoiceView,
  type ApprovalKindWord,
  ApprovalSnapshot,
  type ApprovalSnapshotView,
} from "./approval-snapshot.view.ts";
import { choicesOfChange } from "./choices.ts";
import { type NewestVersion, newestVersions, projectWords, standingPublication } from "./frozen.store.ts";
import { offeredChange } from "./frozen-change.store.ts";
import { freezeChange } from "./frozen-change.ts";

/** What is asked, before it is frozen. */
export interface Ask {
  kind: ApprovalKindWord;
  projectId: string;
  milestoneId: string | null;
  fileIds: readonly string[];
  title: string;
  question: string;
  changed: string;
  consequence: string;
  choices: readonly ApprovalChoiceView[];
  acceptance: AcceptanceWindowView | null;
  round: number;
  /** What the client wants beyond the plan, where that is what it is about. */
  changeRequestId: string | null;
}

export interface Frozen {
  snapshot: ApprovalSnapshotView;
  /** As it is stored, byte by byte. */
  text: string;
  hash: string;
  files: readonly NewestVersion[];
  publication: Awaited<ReturnType<typeof standingPublication>> | null;
}

/** What people would decide on if they were asked now. */
export async function freeze(scope: Scope, ask: Ask): Promise<Frozen> {
  const [milestone] = ask.milestoneId === null ? [] : await partsOf(scope, { id: ask.milestoneId });
  const { name, currency } = await projectWords(scope, ask.projectId);
  const files = await newestVersions(scope, ask.projectId, filesOf(ask, milestone));
  const restsOnPlan = ask.kind === "plan" || ask.kind === "change";
  const publication = restsOnPlan ? await standingPublication(scope, ask.projectId) : undefined;
  const plan = publication && {
    publication: publication.n,
    snapshot: ClientSnapshot.parse(JSON.parse(await frozenText(scope, publication.id))),
  };
  const snapshot = ApprovalSnapshot.parse({
    ...ask,
    format: 1,
    project: { name, currency },
    title: ask.title || titleOf(ask, milestone?.title ?? files[0]?.name ?? name),
    milestone: milestone ? frozenMilestone(milestone, ask.kind) : null,
    plan: ask.kind === "plan" ? (plan ?? null) : null,
    files,
    ...(await changeParts(scope, ask, plan?.snapshot ?? null)),
  });
  const text = canonicalJson(snapshot);
  return { snapshot, text, hash: sha256(text), files, publication: publication ?? null };
}

/** Of all other kinds nothing, so that what was frozen of them before stays as it is. */
async function changeParts(
  scope: Scope,
  { changeRequestId, projectId }: Ask,
  published: ClientSnapshotView | null,
) {
  if (changeRequestId === null) return {};
  const offered = await offeredChange(scope, changeRequestId);
  const change = await freezeChange(scope, projectId, offered, published);
  return { change, title: offered.title, choices: choicesOfChange(change) };
}

/** A question is about itself, whatever it hangs on. */
function titleOf({ kind, question }: Ask, otherwise: string): string {
  return kind === "question" ? cut(question, LIMITS.title) : otherwise;
}

/** With a completion goes what was handed in for it. */
function filesOf({ kind, fileIds }: Ask, milestone: MilestoneWithParts | undefined): string[] {
  const delivered = kind === "completion" ? (milestone?.deliverables ?? []) : [];
  return [...new Set([...delivered.flatMap(({ fileId }) => fileId ?? []), ...fileIds])];
}

/** Whether a criterion is met is for the client to read once the work is handed in, not before. */
function frozenMilestone(row: MilestoneWithParts, kind: ApprovalKindWord) {
  const criteria = row.criteria.map(({ id, text, answer }) => ({
    id,
    text,
    answer: kind === "completion" ? answer : null,
  }));
  return { ...row, criteria };
}
