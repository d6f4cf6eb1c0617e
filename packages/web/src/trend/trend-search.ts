export const SHOWN = ["moved", "next", "all", "choose"] as const;
/** Which lines the chart shows where it has many. */
export type Shown = (typeof SHOWN)[number];

export interface TrendSearch {
  view?: "table";
  show?: Shown;
  /** The chosen milestones by number: "3,7". */
  only?: string;
}

export function readSearch({ view, show, only }: Record<string, unknown>): TrendSearch {
  const shown = SHOWN.find((each) => each === show);
  const chosen = typeof only === "number" ? String(only) : only;
  return {
    ...(view === "table" ? { view } : {}),
    ...(shown && shown !== "moved" ? { show: shown } : {}),
    ...(typeof chosen === "string" && /^\d+(,\d+)*$/.test(chosen) ? { only: chosen } : {}),
  };
}

export function numbersOf({ only = "" }: TrendSearch): number[] {
  return only.split(",").filter(Boolean).map(Number);
}
