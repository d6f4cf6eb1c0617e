export const SHOWN = ["moved", "next", "all", "choose"] as const;
/** Which lines the chart shows where it has many. */
export type Shown = (typeof SHOWN)[number];

export interface TrendSearch {
  view?: "table";
  /** Reviews alone or every day; without it what there is more to say of. */
  days?: "reviews" | "all";
  show?: Shown;
  /** The chosen milestones by number: "3,7". */
  only?: string;
  /** The number of the version that dates and work are measured against. */
  base?: number;
  /** Work counts by hours unless by price. */
  by?: "price";
  /** The milestone, by number, whose scope is shown; without it the whole project's. */
  of?: number;
  /** Scope counts by cards unless by hours. */
  count?: "hours";
}

export type TrendChange = { [K in keyof TrendSearch]: TrendSearch[K] | undefined };
export type ChangeTrend = (change: TrendChange) => void;

export function readSearch(search: Record<string, unknown>): TrendSearch {
  const { view, days, show, only, base, by, of, count } = search;
  const shown = SHOWN.find((each) => each === show);
  const chosen = typeof only === "number" ? String(only) : only;
  return {
    ...(view === "table" ? { view } : {}),
    ...(days === "reviews" || days === "all" ? { days } : {}),
    ...(shown && shown !== "moved" ? { show: shown } : {}),
    ...(typeof chosen === "string" && /^\d+(,\d+)*$/.test(chosen) ? { only: chosen } : {}),
    ...(isNumber(base) ? { base: Number(base) } : {}),
    ...(by === "price" ? { by } : {}),
    ...(isNumber(of) ? { of: Number(of) } : {}),
    ...(count === "hours" ? { count } : {}),
  };
}

function isNumber(text: unknown): boolean {
  return Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= 9_999;
}

export function numbersOf({ only = "" }: TrendSearch): number[] {
  return only.split(",").filter(Boolean).map(Number);
}
