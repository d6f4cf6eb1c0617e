/** Neighbours by activity, packed: those of `a` are `to[first[a]]` to `to[first[a + 1] - 1]`, each once. */
export interface Precedence {
  readonly first: Int32Array;
  readonly to: Int32Array;
}

/** Packs pairs by their first member; a pair that comes twice counts once. */
export function precedenceOf(count: number, pairs: readonly (readonly [number, number])[]): Precedence {
  const neighbours = Array.from({ length: count }, () => new Set<number>());
  for (const [from, to] of pairs) neighbours[from]?.add(to);
  const first = new Int32Array(count + 1);
  const to: number[] = [];
  neighbours.forEach((own, activity) => {
    to.push(...[...own].sort((a, b) => a - b));
    first[activity + 1] = to.length;
  });
  return { first, to: Int32Array.from(to) };
}

/** Predecessors first, the lowest number next; shorter than the project when there is a cycle. */
export function topologicalOrderOf(predecessors: Precedence, successors: Precedence): Int32Array {
  const count = predecessors.first.length - 1;
  const waitingFor = Int32Array.from({ length: count }, (_, a) => degree(predecessors, a));
  const order = Array.from(waitingFor.keys()).filter((a) => waitingFor[a] === 0);
  for (let next = 0; next < order.length; next++) {
    for (const successor of neighboursOf(successors, order[next] ?? 0)) {
      const left = (waitingFor[successor] ?? 0) - 1;
      waitingFor[successor] = left;
      if (left === 0) order.push(successor);
    }
  }
  return Int32Array.from(order);
}

/** The neighbours of one activity as a view, without a copy. */
function neighboursOf({ first, to }: Precedence, activity: number): Int32Array {
  return to.subarray(first[activity] ?? 0, first[activity + 1] ?? 0);
}

function degree({ first }: Precedence, activity: number): number {
  return (first[activity + 1] ?? 0) - (first[activity] ?? 0);
}
