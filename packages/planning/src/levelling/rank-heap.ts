/** Nodes that wait for their turn: the lowest rank first, the lower number among equals. A binary heap. */
export class RankHeap {
  readonly #ranks: Int32Array;
  readonly #heap: number[] = [];

  constructor(ranks: Int32Array) {
    this.#ranks = ranks;
  }

  push(node: number): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] ?? node;
      if (!this.#before(node, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = node;
  }

  pop(): number | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(node: number): void {
    const heap = this.#heap;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      const [left, right] = [heap[child] ?? 0, heap[child + 1]];
      const smaller = right !== undefined && this.#before(right, left) ? child + 1 : child;
      const below = heap[smaller] ?? 0;
      if (!this.#before(below, node)) break;
      heap[at] = below;
      at = smaller;
    }
    heap[at] = node;
  }

  #before(a: number, b: number): boolean {
    return (this.#ranks[a] ?? 0) - (this.#ranks[b] ?? 0) < 0 || (this.#ranks[a] === this.#ranks[b] && a < b);
  }
}
