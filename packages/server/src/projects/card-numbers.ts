import type { Scope } from "../access/scope.ts";
import { countCardsApart } from "./project-numbers.store.ts";

type Told = (number: Promise<number>) => void;

const makers = new Map<string, number>();
const waiting = new Map<string, Told[]>();

/**
 * Gives a new card its number. Alone in the project, `make` counts on itself (null) and the count stays locked until its
 * transaction ends. Whoever comes meanwhile would wait for that, one behind the other; they get numbers that are counted
 * apart, for all who wait at once. What then fails leaves a gap.
 */
export async function numbered<T>(
  scope: Scope,
  projectId: string,
  make: (number: number | null) => Promise<T>,
): Promise<T> {
  const others = makers.get(projectId) ?? 0;
  makers.set(projectId, others + 1);
  try {
    return await make(others > 0 ? await nextOfMany(scope, projectId) : null);
  } finally {
    const left = (makers.get(projectId) ?? 1) - 1;
    if (left > 0) makers.set(projectId, left);
    else makers.delete(projectId);
  }
}

function nextOfMany(scope: Scope, projectId: string): Promise<number> {
  return new Promise((tell) => {
    const queue = waiting.get(projectId);
    waiting.set(projectId, [...(queue ?? []), tell]);
    if (!queue) void serve(scope, projectId);
  });
}

/** While one question is out, the next ones gather. */
async function serve(scope: Scope, projectId: string): Promise<void> {
  for (let batch = waiting.get(projectId); batch && batch.length > 0; batch = waiting.get(projectId)) {
    waiting.set(projectId, []);
    const { length } = batch;
    const last = countCardsApart(scope, projectId, length);
    for (const [index, tell] of batch.entries()) tell(last.then((number) => number - length + 1 + index));
    await last.catch(() => undefined);
  }
  waiting.delete(projectId);
}
