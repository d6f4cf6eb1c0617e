import { civilDate } from "../kit/clock.ts";
import type { Visit } from "../portal/visit.ts";
import type { ClientSnapshotView } from "../publications/client-snapshot.view.ts";
import type { AddedChange } from "./added-scope.store.ts";
import type { AgreedSilence, ClientPlan, ShownMilestone } from "./client-plan.ts";
import { healthText } from "./glyph.page.tsx";

export interface VersionFacts {
  n: number;
  createdAt: Date;
  approvedAt: Date | null;
  /** Who approved it, by name. */
  approvedBy: string[];
}

/** All that the page and the PDF of a plan tell. */
export interface WholePlan {
  plan: ClientPlan | null;
  version: VersionFacts | null;
  silence: AgreedSilence | null;
  /** What came into the plan after its first version. */
  added: readonly AddedChange[];
}

/** "Plan version 2 of Fri 12 Jun, approved by Dana Reyes, Mon 15 Jun", as long as it was approved. */
export function versionText(
  { say, project, today }: Visit,
  { n, createdAt, ...approval }: VersionFacts,
): string {
  const dayOf = (at: Date) => say.day(civilDate(at, project.zone), today);
  const version = say("Plan version {n} of {day}", { n, day: dayOf(createdAt) });
  const { approvedAt, approvedBy } = approval;
  if (approvedAt === null) return version;
  const day = dayOf(approvedAt);
  if (approvedBy.length === 0) return `${version}, ${say("approved {day}", { day })}`;
  return `${version}, ${say("approved by {names}, {day}", { names: approvedBy.join(", "), day })}`;
}

/** "104 a week, from 100 to 120 by Tue 30 Jun". */
export function measureText(
  { say, today }: Visit,
  objective: ClientSnapshotView["objectives"][number],
): string {
  const { unit, baseline, target, current, targetOn } = objective;
  const figure = (value: number) => `${numberText(say.language, value)}${unit ? ` ${unit}` : ""}`;
  const parts = [
    baseline === null ? null : say("Before: {figure}", { figure: figure(baseline) }),
    current === null ? null : say("Now: {figure}", { figure: figure(current) }),
    target === null ? null : say("Target: {figure}", { figure: figure(target) }),
    targetOn === null ? null : say("Until {day}", { day: say.day(targetOn, today) }),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function numberText(language: string, value: number): string {
  return new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", { maximumFractionDigits: 2 }).format(
    value,
  );
}

export function dateText({ say, today }: Visit, { isReached, reachedOn, targetOn }: ShownMilestone): string {
  const on = isReached ? (reachedOn ?? targetOn) : targetOn;
  return on ? say.day(on, today) : say("No date yet");
}

export function stateText({ say }: Visit, { word }: ShownMilestone): string {
  return healthText(say, word);
}

/** "€3,000", and whether it was paid. */
export function paymentText(
  { say, today }: Visit,
  milestone: ShownMilestone,
  { snapshot }: ClientPlan,
): string {
  const { priceMinor, paidOn } = milestone;
  if (priceMinor === null || priceMinor === 0) return "";
  const price = say.money(priceMinor, snapshot.project.currency);
  return paidOn ? `${price}, ${say("paid {day}", { day: say.day(paidOn, today) })}` : price;
}

export function namesText(names: ReadonlyMap<string, string>, ids: readonly (string | null)[]): string {
  return ids.flatMap((id) => names.get(id ?? "") ?? []).join(", ");
}

/** "Rosa Lind: Opens doors to customers", a line for each of the client's people with a part in it. */
export function partTexts(names: ReadonlyMap<string, string>, { clientParts }: ShownMilestone): string[] {
  return clientParts.map(({ personId, part }) => {
    const name = names.get(personId);
    return name === undefined ? part : `${name}: ${part}`;
  });
}
