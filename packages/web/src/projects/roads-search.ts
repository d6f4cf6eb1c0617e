/** What the address of the roadmap across all projects says. */
export interface RoadsSearch {
  /** Months are what it shows anyway. */
  z?: "quarters";
  view?: "table" | "road";
  group?: "client" | "lead";
}

export function readSearch({ z, view, group }: Record<string, unknown>): RoadsSearch {
  return {
    ...(z === "quarter" || z === "quarters" ? { z: "quarters" as const } : {}),
    ...(view === "table" || view === "road" ? { view } : {}),
    ...(group === "lead" || group === "owner" ? { group: "lead" as const } : {}),
  };
}
