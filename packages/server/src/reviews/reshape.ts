import type { Scope } from "../access/scope.ts";
import { refused } from "../kit/errors.ts";
import type { Why } from "../milestones/adjustments.view.ts";
import type { MilestoneAccess } from "../milestones/milestone-access.ts";
import { Redefined, redefine, takeBackRedefinition, type WantedRedefinition } from "./redefine.ts";
import type { LineRow } from "./review-lines.store.ts";
import { Split, splitOff, takeBackSplit, type WantedSplit } from "./split.ts";

interface Reshaping {
  decision: "redefine" | "split";
  redefine?: WantedRedefinition | undefined;
  split?: WantedSplit | undefined;
}

/** Redefines or splits, with its reason; answers with what was done, as the line keeps it. */
export async function reshape(
  scope: Scope,
  access: MilestoneAccess,
  line: Pick<LineRow, "decision" | "carriedOut">,
  wanted: Reshaping,
  why: Why,
): Promise<string> {
  const before = line.decision === wanted.decision ? carriedOut(line) : null;
  const asked = wanted.decision === "split" ? wanted.split : wanted.redefine;
  if (!asked) {
    if (before) return line.carriedOut;
    throw wanted.decision === "split"
      ? refused("split-needed", "Say what the second milestone is.")
      : refused("redefinition-needed", "Say what its outcome and its criteria are from now on.");
  }
  if (!why.reason && !why.reasonCode) throw refused("reason-needed", "Say why, in one line.");
  if (wanted.split && wanted.decision === "split") {
    if (before) throw refused("split-already", "It is split. Take that back first to split it otherwise.");
    return JSON.stringify(await splitOff(scope, access, wanted.split, why));
  }
  if (!wanted.redefine) return line.carriedOut;
  const done = await redefine(scope, access, wanted.redefine, why);
  // However often it is worded anew, the undo goes back to the words from before the review.
  return JSON.stringify(before?.kind === "redefine" ? { ...done, before: before.before } : done);
}

/** Another decision takes back what the one before has made of the milestone. */
export async function takeBack(
  scope: Scope,
  access: MilestoneAccess,
  line: Pick<LineRow, "carriedOut">,
): Promise<void> {
  const done = carriedOut(line);
  if (done?.kind === "split") await takeBackSplit(scope, access, done);
  if (done?.kind === "redefine") await takeBackRedefinition(scope, access, done);
}

export function carriedOut({ carriedOut: text }: Pick<LineRow, "carriedOut">) {
  return text === "" ? null : Split.or(Redefined).parse(JSON.parse(text));
}
