import fc from "fast-check";
import { expect, test } from "vitest";
import { Bookings } from "./bookings.ts";

test("each booking takes the first gap that holds it", () => {
  const wish = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
      const bookings = new Bookings();
      const taken = new Set<number>();
      const isFree = (start: number, length: number) =>
        Array.from({ length }, (_, i) => start + i).every((unit) => !taken.has(unit));
      for (const [i, [unit, length]] of wishes.entries()) {
        let first = unit;
        while (!isFree(first, length)) first++;
        expect(bookings.book(unit, length, i)).toBe(first);
        for (let at = first; at < first + length; at++) taken.add(at);
      }
    }),
  );
});

test("the nodes come in order of time", () => {
  const bookings = new Bookings();
  bookings.book(10, 5, 1);
  bookings.book(0, 5, 2);
  bookings.book(0, 9, 3);
  expect(bookings.nodes).toEqual([2, 1, 3]);
});
