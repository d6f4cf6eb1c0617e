import { describe, expect, it } from "vitest";
import { CELLS } from "./duration-table.ts";
import { LANES, latinHypercube, packByLane } from "./latin-hypercube.ts";

const cellAtPlace = packByLane(new Int32Array(CELLS), 0, (cell) => cell);

function cellsOf(seed: number, stream: number, batch: number): number[] {
  const places = new Int32Array(LANES);
  latinHypercube(seed).draw(places, stream, batch);
  return Array.from(places, (place) => cellAtPlace[place] ?? -1);
}

describe("a Latin hypercube", () => {
  it("draws every 64th part of the probability once a batch", () => {
    const parts = cellsOf(1, 5, 2).map((cell) => Math.floor(cell / (CELLS / LANES)));
    expect(parts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: LANES }, (_, i) => i));
  });

  it("draws every cell once in 16 batches", () => {
    const cells = Array.from({ length: CELLS / LANES }, (_, batch) => cellsOf(1, 5, batch)).flat();
    expect(new Set(cells).size).toBe(CELLS);
  });

  it("gives every stream and every seed draws of its own", () => {
    expect(cellsOf(1, 5, 0)).toEqual(cellsOf(1, 5, 0));
    expect(cellsOf(1, 5, 0)).not.toEqual(cellsOf(1, 6, 0));
    expect(cellsOf(1, 5, 0)).not.toEqual(cellsOf(2, 5, 0));
  });

  it("leaves two streams without relation", () => {
    const batches = Array.from({ length: 300 }, (_, i) => i);
    const [one, other] = [0, 1].map((stream) => batches.flatMap((batch) => cellsOf(9, stream, batch)));
    const centred = (cell = 0) => (cell + 0.5) / CELLS - 0.5;
    const products = (one ?? []).map((cell, i) => centred(cell) * centred(other?.[i]));
    const correlation = (products.reduce((sum, product) => sum + product, 0) / products.length) * 12;
    expect(Math.abs(correlation)).toBeLessThan(0.025);
  });
});
