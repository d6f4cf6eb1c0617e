import type { Levelled } from "./level-work.ts";

/** The levelled order as a plan to be replayed: with it fixed, every date is a longest path and only lengths decide. */
export interface Replay {
  /** All nodes, each after what it waits for. */
  readonly order: Int32Array;
  /** By node, what its person does before it; -1 for nothing. */
  readonly previous: Int32Array;
}

/**
 * Keeps the order of each person's work. Where a lead lets somebody do a follower before what it follows, so that links and order would
 * wait for each other, the order in which work was placed holds.
 */
export function replayOf({ network, schedule, before }: Levelled): Replay {
  const size = network.nodes.length;
  const after = new Int32Array(size).fill(-1);
  for (let node = 0; node < size; node++) if (at(before, node) >= 0) after[at(before, node)] = node;
  const links = Int32Array.from(network.incoming, (arcs) => arcs.length);
  const chained = before.map((node) => (node >= 0 ? 1 : 0));
  const order: number[] = [];
  const placed = new Uint8Array(size);
  const queue: number[] = [];
  for (let node = 0; node < size; node++) release(node);
  for (let next = 0, tried = 0; order.length < size; ) {
    if (next < queue.length) place(queue[next++] ?? 0);
    else tried = freeByForce(tried);
  }
  return {
    order: Int32Array.from(order),
    previous: previousOf(order, network.nodes, network.personIds.length),
  };

  function release(node: number): void {
    if (at(links, node) === 0 && at(chained, node) === 0) queue.push(node);
  }

  function place(node: number): void {
    if (placed[node] === 1) return;
    placed[node] = 1;
    order.push(node);
    for (const { to } of network.outgoing[node] ?? []) {
      links[to] = at(links, to) - 1;
      release(to);
    }
    const follower = at(after, node);
    if (follower < 0 || placed[follower] === 1) return;
    chained[follower] = 0;
    release(follower);
  }

  /** The first in the order of placing that only its person's order holds back. */
  function freeByForce(from: number): number {
    let i = from;
    while (placed[schedule.order[i] ?? 0] === 1) i++;
    const held = schedule.order.slice(i).find((node) => placed[node] === 0 && at(links, node) === 0) ?? 0;
    chained[held] = 0;
    queue.push(held);
    return i;
  }
}

function previousOf(
  order: readonly number[],
  nodes: Levelled["network"]["nodes"],
  people: number,
): Int32Array {
  const last = new Int32Array(people).fill(-1);
  const previous = new Int32Array(nodes.length).fill(-1);
  for (const node of order) {
    const { person = -1, length = 0 } = nodes[node] ?? {};
    if (person < 0 || length === 0) continue;
    previous[node] = at(last, person);
    last[person] = node;
  }
  return previous;
}

function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}
