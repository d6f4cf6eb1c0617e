import type { Scope } from "../access/scope.ts";
import type { ClientSnapshotView } from "../publications/client-snapshot.view.ts";
import type { FrozenChangeView } from "./approval-snapshot.view.ts";
import { type Offered, shownMilestones } from "./frozen-change.store.ts";

/** An offer as clients may read it: of the plan no more than what is published, or would be with the first publication. */
export async function freezeChange(
  scope: Scope,
  projectId: string,
  offered: Offered,
  published: ClientSnapshotView | null,
): Promise<FrozenChangeView> {
  const milestones =
    published?.milestones.filter(({ dropped }) => !dropped) ?? (await shownMilestones(scope, projectId));
  const known = new Map(milestones.map((one) => [one.id, one]));
  const { id, number, words, offer, priceMinor, milestoneId, effect } = offered;
  const home = known.get(milestoneId ?? "");
  const dates = effect.flatMap((one) => {
    const milestone = known.get(one.milestoneId);
    if (!milestone) return [];
    const { number, title, targetOn } = milestone;
    return [{ ...one, number, title, before: targetOn ?? one.before }];
  });
  const prices = milestones.flatMap((one) => one.priceMinor ?? []);
  const totalMinor = prices.reduce((sum, price) => sum + price, priceMinor);
  return {
    id,
    number,
    words,
    offer,
    milestone: home ? { number: home.number, title: home.title } : null,
    dates: dates.toSorted((a, b) => a.number - b.number),
    priceMinor,
    totalMinor: prices.length === 0 ? null : totalMinor,
  };
}
