export const SHOWN = ["moved", "next", "all", "choose"] as const;
/** Which lines the chart shows where it has many. */
export type Shown = (typeof SHOWN)[number];

export interface TrendSearch {
  view?: "table";
  show?: Shown;
  /** The chosen milestones by number: "3,7". */
  only?: string;
  /** The number of the version that the work is measured against. */
  base?: number;
  /** Work counts by hours unless by price. */
  by?: "price";
}

export type TrendChange = { [K in keyof TrendSearch]: TrendSearch[K] | undefined };
export type ChangeTrend = (change: TrendChange) => void;

export function readSearch({ view, show, only, base, by }: Record<string, unknown>): TrendSearch {
  const shown = SHOWN.find((each) => each === show);
  const chosen = typeof only === "number" ? String(only) : only;
  return {
    ...(view === "table" ? { view } : {}),
    ...(shown && shown !== "moved" ? { show: shown } : {}),
    ...(typeof chosen === "string" && /^\d+(,\d+)*$/.test(chosen) ? { only: chosen } : {}),
    ...(isVersion(base) ? { base: Number(base) } : {}),
    ...(by === "price" ? { by } : {}),
  };
}

function isVersion(base: unknown): boolean {
  return Number.isInteger(Number(base)) && Number(base) >= 1 && Number(base) <= 9_999;
}

export function numbersOf({ only = "" }: TrendSearch): number[] {
  return only.split(",").filter(Boolean).map(Number);
}
