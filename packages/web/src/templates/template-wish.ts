import type { Template, TemplateAnchor } from "@milepost/planning";

/** What somebody wants of one milestone of a template; what is not said is as the template has it. */
export interface MilestoneWish {
  dropped?: boolean;
  title?: string;
  /** `null` while the field is empty: then the template's. */
  days?: number | null;
}

export interface TemplateWish {
  /** By the milestone's key. */
  milestones: Readonly<Record<string, MilestoneWish>>;
  /** Who takes which role, by its key; `null` leaves it open. */
  people: Readonly<Record<string, string | null>>;
}

export const NO_WISH: TemplateWish = { milestones: {}, people: {} };

/** `null` = not said; an empty day is a field that somebody has emptied. */
export interface DatesWish {
  by: "start" | "end" | null;
  startOn: string | null;
  endOn: string | null;
}

export const NO_DATES: DatesWish = { by: null, startOn: null, endOn: null };

export function withMilestone(wish: TemplateWish, key: string, change: MilestoneWish): TemplateWish {
  return { ...wish, milestones: { ...wish.milestones, [key]: { ...wish.milestones[key], ...change } } };
}

export function withPerson(wish: TemplateWish, role: string, personId: string | null): TemplateWish {
  return { ...wish, people: { ...wish.people, [role]: personId } };
}

/** A milestone to keep, and what is other than in the template. */
export interface MilestoneWanted {
  key: string;
  title?: string;
  days?: number;
}

/** The milestones to keep, as planning and the server take them. */
export function milestonesOf(
  { milestones }: Pick<Template, "milestones">,
  wish: TemplateWish,
): MilestoneWanted[] {
  return milestones.flatMap(({ key, title: before }) => {
    const { dropped = false, title = before, days } = wish.milestones[key] ?? {};
    const named = title.trim() === "" || title === before ? {} : { title: title.trim() };
    return dropped ? [] : [{ key, ...named, ...(days == null ? {} : { days }) }];
  });
}

/** From which end the plan is counted: what was said, else back from a fixed date. */
export function directionOf({ fixedDate }: Pick<Template, "fixedDate">, { by, startOn, endOn }: DatesWish) {
  if (by !== null) return by;
  return fixedDate !== null || (Boolean(endOn) && !startOn) ? "end" : "start";
}

/** The anchor that was said; `null` while its field holds no day. */
export function anchorOf(
  template: Pick<Template, "fixedDate">,
  dates: DatesWish,
  unsaid: { startOn: string; endOn: string },
): TemplateAnchor | null {
  const startOn = dates.startOn ?? unsaid.startOn;
  const endOn = dates.endOn ?? unsaid.endOn;
  if (directionOf(template, dates) === "start") return isDay(startOn) ? { startOn } : null;
  return isDay(endOn) ? { endOn } : null;
}

export const FIRST_DAY = "1900-01-01";
export const LAST_DAY = "2199-12-31";

/** A year that is half typed is no day yet. */
function isDay(text: string): boolean {
  return text >= FIRST_DAY && text <= LAST_DAY;
}
