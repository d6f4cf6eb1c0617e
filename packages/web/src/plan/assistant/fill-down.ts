import type { QueryClient } from "@tanstack/react-query";
import { type MilestoneWords, patchWords, putObjectives } from "../../lib/milestone-acts.ts";
import type { Milestone } from "../../lib/plan-query.ts";
import { refreshPlan } from "../../lib/plan-writes.ts";
import { putRoles } from "../../lib/role-acts.ts";
import { offerUndo } from "../../lib/undo.tsx";

export type Column = "owner" | "decider" | "objective" | "price";

/** The first milestone that says it, and those below that say nothing. */
export interface Fill {
  from: Milestone;
  to: readonly Milestone[];
}

const NAMES: Record<Column, string> = {
  owner: "Owner",
  decider: "Decider",
  objective: "Objective",
  price: "Price",
};

export function fillOf(column: Column, milestones: readonly Milestone[]): Fill | null {
  const at = milestones.findIndex((each) => says(column, each));
  const from = milestones[at];
  const to = milestones.slice(at + 1).filter((each) => !says(column, each));
  return from && to.length > 0 ? { from, to } : null;
}

function says(column: Column, milestone: Milestone): boolean {
  switch (column) {
    case "owner":
      return milestone.ownerId !== null;
    case "decider":
      return milestone.clientApproval && approversOf(milestone).length > 0;
    case "objective":
      return milestone.objectiveIds.length > 0;
    case "price":
      return milestone.priceMinor !== null;
  }
}

export const approversOf = ({ roles }: Milestone) => roles.filter(({ role }) => role === "approver");

/** Everybody below gets what the first has said, as one act with one way back. */
export async function fillDown(client: QueryClient, column: Column, { from, to }: Fill): Promise<void> {
  const backs: (() => Promise<unknown>)[] = [];
  try {
    for (const milestone of to) backs.push(await put(column, milestone, from));
  } finally {
    await refreshPlan(client, from.projectId);
  }
  offerUndo(`${NAMES[column]} filled down`, async () => {
    for (const back of backs) await back();
    await refreshPlan(client, from.projectId);
  });
}

type Said = Pick<Milestone, "ownerId" | "objectiveIds" | "priceMinor" | "clientApproval" | "roles">;

/** Writes what is said over one milestone; the answer takes it back. */
async function put(column: Column, milestone: Milestone, said: Said): Promise<() => Promise<unknown>> {
  const { id, revision } = milestone;
  const write = async (value: Said, at: number): Promise<number> => {
    if (column === "objective") return (await putObjectives(id, value.objectiveIds)).revision;
    if (column !== "decider") return (await patchWords(id, at, wordsOf(column, value))).revision;
    const others = milestone.roles.filter(({ role }) => role !== "approver");
    const approvers = value.roles.filter(({ role }) => role === "approver");
    const { revision: next } = await putRoles(id, [...others, ...approvers]);
    return (await patchWords(id, next, { clientApproval: value.clientApproval })).revision;
  };
  const now = await write(said, revision);
  return () => write(milestone, now);
}

function wordsOf(column: "owner" | "price", { ownerId, priceMinor }: Said): MilestoneWords {
  return column === "owner" ? { ownerId } : { priceMinor };
}
