import { latest } from "./critical-path.ts";
import type { Network, NetworkArc, NetworkItem } from "./network.ts";
import type { Passes } from "./passes.ts";

/**
 * Keeps what the passes found up to date when single items change: only the nodes whose dates really move are visited, in topological
 * order. A change that moves the end of the network moves late dates everywhere.
 */
export class Recalculation<Arc extends NetworkArc = NetworkArc> {
  readonly #passes: Passes<Arc>;
  readonly #network: Network<Arc>;
  readonly #items: NetworkItem[];
  readonly #order: Int32Array;
  /** The place of each node in the order. */
  readonly #place: Int32Array;
  /** By place: still to be visited; by node: slack to be counted again. */
  readonly #waiting: Uint8Array;
  readonly #stale: Uint8Array;
  #staleNodes: number[] = [];
  readonly #fixedEnd: boolean;

  /** @param items the items of the network of the passes, which are replaced in place */
  constructor(passes: Passes<Arc>, items: NetworkItem[], order: readonly number[], fixedEnd = false) {
    this.#passes = passes;
    this.#network = passes.network;
    this.#items = items;
    this.#order = Int32Array.from(order);
    this.#place = new Int32Array(order.length);
    for (const [place, node] of order.entries()) this.#place[node] = place;
    this.#waiting = new Uint8Array(order.length);
    this.#stale = new Uint8Array(order.length);
    this.#fixedEnd = fixedEnd;
  }

  /** Puts another item in the place of a node's; the nodes whose dates or slack may have changed, in no order. */
  replace(node: number, item: NetworkItem): readonly number[] {
    this.#items[node] = item;
    this.#staleNodes = [];
    this.#markStale(node);
    this.#forward(node);
    const end = this.#fixedEnd ? this.#passes.end : latest(this.#passes.early.finishAt);
    const everything = end !== this.#passes.end;
    this.#passes.end = end;
    this.#backward(node, everything);
    if (everything) for (let each = 0; each < this.#order.length; each++) this.#markStale(each);
    for (const each of this.#staleNodes) {
      this.#passes.slack(each);
      this.#stale[each] = 0;
    }
    return this.#staleNodes;
  }

  #forward(first: number): void {
    const { early } = this.#passes;
    let left = this.#wait(first);
    for (let place = this.#place[first] ?? 0; left > 0; place++) {
      if (this.#waiting[place] === 0) continue;
      this.#waiting[place] = 0;
      left--;
      const node = this.#order[place] ?? 0;
      const [start, finish] = [early.startAt[node], early.finishAt[node]];
      this.#passes.forward(node);
      if (start === early.startAt[node] && finish === early.finishAt[node]) continue;
      this.#markStale(node);
      for (const { from } of this.#network.incoming[node] ?? []) this.#markStale(from);
      for (const { to } of this.#network.outgoing[node] ?? []) left += this.#wait(to);
    }
  }

  #backward(changed: number, everything: boolean): void {
    const { late } = this.#passes;
    let left = 0;
    let place = this.#place[changed] ?? 0;
    if (everything) {
      for (let node = 0; node < this.#order.length; node++) left += this.#wait(node);
      place = this.#order.length - 1;
    } else left = this.#wait(changed);
    for (; left > 0; place--) {
      if (this.#waiting[place] === 0) continue;
      this.#waiting[place] = 0;
      left--;
      const node = this.#order[place] ?? 0;
      const [start, finish] = [late.startAt[node], late.finishAt[node]];
      this.#passes.backward(node);
      // The links into what was changed itself may read its duration, so they are followed at any rate.
      if (node !== changed && start === late.startAt[node] && finish === late.finishAt[node]) continue;
      this.#markStale(node);
      for (const { from } of this.#network.incoming[node] ?? []) left += this.#wait(from);
    }
  }

  /** How many more are waiting: 1, or 0 when the node waits already. */
  #wait(node: number): number {
    const place = this.#place[node] ?? 0;
    if (this.#waiting[place] !== 0) return 0;
    this.#waiting[place] = 1;
    return 1;
  }

  #markStale(node: number): void {
    if (this.#stale[node] !== 0) return;
    this.#stale[node] = 1;
    this.#staleNodes.push(node);
  }
}
