import { describe, expect, it } from "vitest";
import { timeScale, ZOOMS, zoomed } from "./time-scale.ts";

const DAYS = ["2026-06-01", "2026-12-24"];

describe("time scale", () => {
  it.each(ZOOMS)("holds every day and begins and ends with a whole period (%s)", (zoom) => {
    const scale = timeScale(DAYS, zoom, 300);
    expect(scale.from <= "2026-06-01" && scale.to >= "2026-12-24").toBe(true);
    expect(scale.lower[0]?.day).toBe(scale.from);
    const last = scale.lower.at(-1);
    expect(last ? last.x + last.width : 0).toBeCloseTo(scale.width, 0);
  });

  it("gives each day the same width and reads the way back", () => {
    const scale = timeScale(DAYS, "weeks", 300);
    const way = scale.x("2026-06-18") - scale.x("2026-06-11");
    expect(scale.daysIn(way)).toBe(7);
    expect(scale.daysIn(-way - 3)).toBe(-7);
    expect(scale.end("2026-06-11")).toBeCloseTo(scale.x("2026-06-12"));
  });

  it("begins weeks on Mondays and quarters on their first day", () => {
    expect(new Date(timeScale(["2026-06-10"], "weeks", 300).from).getUTCDay()).toBe(1);
    expect(timeScale(["2026-06-10"], "quarters", 300).lower.map(({ day }) => day.slice(5))).toContain(
      "07-01",
    );
  });

  it("fills the room it has", () => {
    expect(timeScale(["2026-06-10"], "quarters", 1200).width).toBeGreaterThanOrEqual(1200);
  });

  it("stops zooming at both ends", () => {
    expect(zoomed("weeks", -1)).toBe("weeks");
    expect(zoomed("months", 1)).toBe("quarters");
    expect(zoomed("quarters", 1)).toBe("quarters");
  });
});
