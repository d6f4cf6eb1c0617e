/** A directed graph over nodes 0, 1, 2 ...; names break ties, so that no answer depends on the order of the input. */
export interface Graph<Arc extends GraphArc> {
  readonly names: readonly string[];
  /** Arcs by the node they leave. */
  readonly outgoing: readonly (readonly Arc[])[];
  /** Arcs by the node they enter. */
  readonly incoming: readonly (readonly Arc[])[];
}

export interface GraphArc {
  readonly from: number;
  readonly to: number;
}

export function createGraph<Arc extends GraphArc>(
  names: readonly string[],
  arcs: readonly Arc[],
): Graph<Arc> {
  const outgoing: Arc[][] = [];
  const incoming: Arc[][] = [];
  for (let node = 0; node < names.length; node++) {
    outgoing.push(NONE);
    incoming.push(NONE);
  }
  for (const arc of arcs) {
    put(outgoing, arc.from, arc);
    put(incoming, arc.to, arc);
  }
  return { names, outgoing, incoming };
}

/** Lists that have grown take room for seventeen: most nodes have two arcs or fewer. */
const NONE: never[] = [];

function put<Arc>(lists: Arc[][], node: number, arc: Arc): void {
  const list = lists[node];
  const first = list?.[0];
  if (list === undefined || first === undefined) lists[node] = [arc];
  else if (list.length === 1) lists[node] = [first, arc];
  else list.push(arc);
}

/**
 * The nodes with every arc pointing forwards; shorter than the graph when there is a cycle, which then lies in what is left out.
 * Source: A. B. Kahn, "Topological sorting of large networks", 1962.
 */
export function topologicalOrder<Arc extends GraphArc>({ names, outgoing, incoming }: Graph<Arc>): number[] {
  const waitingFor = incoming.map((arcs) => arcs.length);
  const order = names.map((_, node) => node).filter((node) => waitingFor[node] === 0);
  for (let next = 0; next < order.length; next++) {
    for (const { to } of outgoing[order[next] ?? 0] ?? []) {
      const left = (waitingFor[to] ?? 0) - 1;
      waitingFor[to] = left;
      if (left === 0) order.push(to);
    }
  }
  return order;
}

/**
 * One cycle with as few arcs as any has, from the node with the first name; `null` when there is none. One breadth-first search per
 * node that could be on a cycle.
 */
export function shortestCycle<Arc extends GraphArc>(graph: Graph<Arc>): Arc[] | null {
  const sorted = new Set(topologicalOrder(graph));
  const suspects = graph.names.map((_, node) => node).filter((node) => !sorted.has(node));
  let shortest: Arc[] | null = null;
  for (const start of suspects.sort((a, b) => compareNodes(graph.names, a, b))) {
    const cycle = shortestWayBack(graph, start);
    if (cycle !== null && (shortest === null || cycle.length < shortest.length)) shortest = cycle;
  }
  return shortest;
}

function shortestWayBack<Arc extends GraphArc>({ names, outgoing }: Graph<Arc>, start: number): Arc[] | null {
  const reachedBy = new Map<number, Arc>();
  const queue = [start];
  for (let next = 0; next < queue.length; next++) {
    const arcs = [...(outgoing[queue[next] ?? start] ?? [])];
    for (const arc of arcs.sort((a, b) => compareNodes(names, a.to, b.to))) {
      if (reachedBy.has(arc.to)) continue;
      reachedBy.set(arc.to, arc);
      if (arc.to === start) return wayTo(start, reachedBy);
      queue.push(arc.to);
    }
  }
  return null;
}

function wayTo<Arc extends GraphArc>(start: number, reachedBy: ReadonlyMap<number, Arc>): Arc[] {
  const way: Arc[] = [];
  let arc = reachedBy.get(start);
  while (arc !== undefined) {
    way.unshift(arc);
    arc = arc.from === start ? undefined : reachedBy.get(arc.from);
  }
  return way;
}

function compareNodes(names: readonly string[], a: number, b: number): number {
  return compareText(names[a] ?? "", names[b] ?? "") || a - b;
}

/** The order of ids: by code unit, the same in every language and engine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
