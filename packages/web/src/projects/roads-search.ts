export const ROAD_GROUPS = ["client", "lead"] as const;
type RoadGroup = (typeof ROAD_GROUPS)[number];

/** What the address of the roadmap across all projects says. */
export interface RoadsSearch {
  /** Months are what it shows anyway. */
  z?: "quarters";
  view?: "table" | "road";
  group?: RoadGroup;
}

export function readSearch({ z, view, group }: Record<string, unknown>): RoadsSearch {
  return {
    ...(z === "quarter" || z === "quarters" ? { z: "quarters" as const } : {}),
    ...(view === "table" || view === "road" ? { view } : {}),
    ...(group === "lead" || group === "owner" ? { group: "lead" as const } : {}),
  };
}
