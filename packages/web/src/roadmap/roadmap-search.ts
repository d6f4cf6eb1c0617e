import type { Zoom } from "./time-scale.ts";

/** All that the road shows stands in its address. */
export interface RoadmapSearch {
  z?: Zoom;
  view?: "table" | "road";
  /** The selected milestone: "M3". */
  at?: string;
  cards?: true;
  critical?: true;
  dropped?: true;
  /** The number of the version that the plan is measured against; false shows none. */
  base?: number | false;
  /** The band of likely dates is shown unless switched off. */
  forecast?: false;
  /** Arrows are shown unless switched off. */
  links?: false;
}

export function readSearch(search: Record<string, unknown>): RoadmapSearch {
  const { z, view, at } = search;
  return {
    ...zoomOf(z),
    ...(view === "table" || view === "road" ? { view } : {}),
    ...(typeof at === "string" && /^M\d+$/i.test(at) ? { at: at.toUpperCase() } : {}),
    ...(isTrue(search.cards) ? { cards: true as const } : {}),
    ...baseOf(search.base),
    ...(isTrue(search.critical) ? { critical: true as const } : {}),
    ...(isTrue(search.dropped) ? { dropped: true as const } : {}),
    ...(search.forecast === false || search.forecast === "false" ? { forecast: false as const } : {}),
    ...(search.links === false || search.links === "false" ? { links: false as const } : {}),
  };
}

/** "quarter" and "quarters" alike; months are what the road shows anyway. */
function zoomOf(z: unknown): Pick<RoadmapSearch, "z"> {
  if (z === "week" || z === "weeks") return { z: "weeks" };
  return z === "quarter" || z === "quarters" ? { z: "quarters" } : {};
}

/** The address with some of it changed; undefined takes a part away. */
export function withChange(
  before: RoadmapSearch,
  change: { [K in keyof RoadmapSearch]?: RoadmapSearch[K] | undefined },
): RoadmapSearch {
  return readSearch({ ...before, ...change });
}

function baseOf(base: unknown): Pick<RoadmapSearch, "base"> {
  if (base === false || base === "false") return { base: false };
  const n = Number(base);
  return Number.isInteger(n) && n > 0 ? { base: n } : {};
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === 1;
}
