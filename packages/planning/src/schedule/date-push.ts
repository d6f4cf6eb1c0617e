import { arcDemand, type DateArc, type DateGraph, onWorkingDay } from "./date-graph.ts";
import { compareText, createGraph, shortestCycle, topologicalOrder } from "./graph.ts";

/** Borders after the push, by node, and what pushed each node that moved. */
export interface Push {
  readonly borders: ReadonlyMap<number, number>;
  readonly pushedBy: ReadonlyMap<number, DateArc>;
}

export type PushResult =
  | { readonly ok: true; readonly push: Push }
  | { readonly ok: false; readonly cycle: DateArc[] };

/**
 * Pushes what follows the given nodes out of the way, once they have new borders: later only, onto working days, and no further than
 * what they follow demands. What nothing pushes stays, even where it stood wrong before; what is pushed keeps all its links.
 */
export function pushFollowers(graph: DateGraph, given: ReadonlyMap<number, number>): PushResult {
  const reached = reachableFrom(graph, given.keys());
  const arcs = [...reached].flatMap((node) =>
    (graph.outgoing[node] ?? []).filter(({ to }) => reached.has(to)),
  );
  const affected = createGraph(graph.names, arcs);
  const cycle = shortestCycle(affected);
  if (cycle !== null) return { ok: false, cycle };
  const borders = new Map(given);
  const pushedBy = new Map<number, DateArc>();
  const borderOf = (node: number) => borders.get(node) ?? graph.nodes[node]?.border ?? 0;
  for (const node of topologicalOrder(affected)) {
    const own = graph.nodes[node];
    if (own === undefined || own.fixed || given.has(node) || !reached.has(node)) continue;
    // A window that nothing pushed at its start may end wherever it has to.
    const pulls = ({ source, from }: DateArc) => source.by !== "window" || pushedBy.has(from);
    const incoming = (graph.incoming[node] ?? []).filter(pulls);
    if (!incoming.some((arc) => borders.has(arc.from) && arcDemand(arc, borderOf(arc.from)) > own.border))
      continue;
    const strongest = [...incoming].sort(
      (a, b) =>
        arcDemand(b, borderOf(b.from)) - arcDemand(a, borderOf(a.from)) || compareText(nameOf(a), nameOf(b)),
    )[0];
    if (strongest === undefined) continue;
    borders.set(node, onWorkingDay(graph.calendars, own.end, arcDemand(strongest, borderOf(strongest.from))));
    pushedBy.set(node, strongest);
  }
  return { ok: true, push: { borders, pushedBy } };
}

/** What lies behind the nodes, themselves included; nothing passes through what is fixed. */
function reachableFrom(graph: DateGraph, starts: Iterable<number>): Set<number> {
  const reached = new Set(starts);
  for (const node of reached) {
    for (const { to } of graph.outgoing[node] ?? []) {
      if (graph.nodes[to]?.fixed === false) reached.add(to);
    }
  }
  return reached;
}

function nameOf({ source }: DateArc): string {
  return source.by === "link" ? source.linkId : "";
}
