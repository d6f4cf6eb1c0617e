/**
 * An ascending list in which values are looked up: how many entries are at most `value`? It divides the range of the list into as many
 * steps of equal width as there are entries and keeps where each begins, so that a look-up costs one multiplication and, for entries that
 * lie about evenly, a step or two. Equal entries and empty lists are allowed.
 * @example new Ascending(Float64Array.of(3, 5, 9)).upTo(5) // 2
 */
export class Ascending {
  readonly #entries: Float64Array;
  readonly #begins: Int32Array;
  readonly #first: number;
  readonly #last: number;
  readonly #stepsPerUnit: number;

  constructor(entries: Float64Array) {
    const size = entries.length;
    this.#entries = entries;
    this.#first = entries[0] ?? 0;
    this.#last = entries[size - 1] ?? 0;
    this.#stepsPerUnit = size / (this.#last - this.#first + 1);
    this.#begins = new Int32Array(size + 1);
    for (let i = size - 1, step = size; i >= 0; i--) {
      const own = this.#stepOf(entries[i] ?? 0);
      while (step > own) this.#begins[step--] = i + 1;
    }
  }

  upTo(value: number): number {
    if (value < this.#first) return 0;
    if (value >= this.#last) return this.#entries.length;
    let count = this.#begins[this.#stepOf(value)] ?? 0;
    while ((this.#entries[count] ?? 0) <= value) count++;
    return count;
  }

  #stepOf(value: number): number {
    return Math.floor((value - this.#first) * this.#stepsPerUnit);
  }
}
