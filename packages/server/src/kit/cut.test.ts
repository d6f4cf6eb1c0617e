import { expect, test } from "vitest";
import { cut } from "./cut.ts";

test("a text is cut before a sign that would lose its half", () => {
  expect(cut("ab🥐cd", 2)).toBe("ab");
  expect(cut("ab🥐cd", 3)).toBe("ab");
  expect(cut("ab🥐cd", 4)).toBe("ab🥐");
  expect(cut("ab🥐", 10)).toBe("ab🥐");
  expect(cut("", 3)).toBe("");
});
