/** When one person is taken: stretches of their units of working time, in order and without overlap. */
export class Bookings {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #nodes: number[] = [];

  /** Books the first gap of `length` units from `unit` on and answers where it starts. */
  book(unit: number, length: number, node: number): number {
    let index = this.#after(unit);
    let start = Math.max(unit, this.#ends[index - 1] ?? Number.NEGATIVE_INFINITY);
    while (index < this.#starts.length && (this.#starts[index] ?? 0) < start + length) {
      start = Math.max(start, this.#ends[index] ?? 0);
      index++;
    }
    this.#starts.splice(index, 0, start);
    this.#ends.splice(index, 0, start + length);
    this.#nodes.splice(index, 0, node);
    return start;
  }

  /** The nodes in order of time. */
  get nodes(): readonly number[] {
    return this.#nodes;
  }

  /** How many stretches start at or before the unit. */
  #after(unit: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
