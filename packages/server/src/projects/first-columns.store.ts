import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";
import { manyAfter } from "../kit/position.ts";

const FIRST = [
  { name: "To do", category: "todo" },
  { name: "Doing", category: "doing" },
  { name: "Done", category: "done" },
] as const;

/** A project begins with three columns; from then on they belong to its board, which stands above this room. */
export async function insertFirstColumns({ tx, actor }: Scope, projectId: string): Promise<void> {
  const positions = manyAfter(null, FIRST.length);
  const columns = FIRST.map((column, at) => ({
    ...column,
    workspaceId: actor.workspaceId,
    id: newId(),
    projectId,
    position: positions[at] ?? "",
    wipLimit: null,
  }));
  await tx.insertInto("columns").values(columns).execute();
}
