import type { HealthWord } from "./client-plan.ts";

/** The milestone's sign on a square of 24, for screen and paper: shapes that are told apart without colour. */
export const OUTLINE = "M12 1.8L22.2 12L12 22.2L1.8 12Z";

export interface GlyphShape {
  outline: "hollow" | "filled" | "dashed";
  /** What stands on the outline: drawn in its colour, or in that of the ground. */
  mark: { path: string; how: "fill" | "stroke" | "ground"; width: number; name?: string } | null;
}

export const GLYPHS: Readonly<Record<HealthWord, GlyphShape>> = {
  on_track: {
    outline: "hollow",
    mark: { path: "M12 9.2A2.8 2.8 0 0 1 12 14.8A2.8 2.8 0 0 1 12 9.2Z", how: "fill", width: 0 },
  },
  at_risk: { outline: "hollow", mark: { path: "M1.8 12L22.2 12L12 22.2Z", how: "fill", width: 0 } },
  off_track: {
    outline: "filled",
    mark: { path: "M8.8 8.8L15.2 15.2M15.2 8.8L8.8 15.2", how: "ground", width: 2.4 },
  },
  reached: {
    outline: "filled",
    mark: { path: "M7.8 12.4L10.7 15.3L16.2 9.5", how: "ground", width: 2.4, name: "tick" },
  },
  waiting_for_client: {
    outline: "hollow",
    mark: {
      path: "M5.6 12L12 5.6M8.2 14.6L14.6 8.2M10.8 17.2L17.2 10.8M12 18.4L18.4 12",
      how: "stroke",
      width: 1.6,
    },
  },
  paused: { outline: "dashed", mark: null },
  not_enough_data: { outline: "dashed", mark: null },
};
