import fc from "fast-check";
import { expect, test } from "vitest";
import { accentsOf, brandOf, contrast } from "./brand.ts";

test("whatever accent was chosen, links and buttons can be read by day and by night", () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(fc.option(colour), (accent) => {
      const { light, onLight, dark, onDark } = accentsOf(accent);
      expect(contrast(light, "#F1EEE7")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(light, "#FAF8F4")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, "#1B1F26")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("an accent that can be read stays what it is", () => {
  expect(accentsOf("#1f5f4a").light).toBe("#1F5F4A");
  expect(accentsOf("#7cc7a9").dark).toBe("#7CC7A9");
});

test("a workspace without a brand, or with a broken one, looks like Milepost", () => {
  for (const settings of [null, {}, { accent: "red; background:url(x)" }, "x"])
    expect(brandOf(settings)).toEqual({ senderName: "", accent: null, logo: null });
});
