import type { DependencyRow } from "./dependencies.store.ts";
import type { DependencyView } from "./plan.view.ts";
import { linkKind, type PlanRows } from "./plan-model.ts";

type Items = Pick<PlanRows, "milestones" | "cards">;
type Item = DependencyView["from"];

/** Dependencies whose both ends this person sees, with the names of the ends. */
export function presentDependencies(
  rows: Items & Pick<PlanRows, "dependencies">,
  key: string,
): DependencyView[] {
  const items = itemsOf(rows, key);
  return rows.dependencies.flatMap((row) => presentDependency(row, items) ?? []);
}

export function itemsOf({ milestones, cards }: Items, key: string): Map<string, Item> {
  return new Map([
    ...milestones.map(({ id, number, title }): [string, Item] => [
      id,
      { kind: "milestone", id, ref: `${key}-M${number}`, title },
    ]),
    ...cards.map(({ id, number, title }): [string, Item] => [
      id,
      { kind: "card", id, ref: `${key}-${number}`, title },
    ]),
  ]);
}

export function presentDependency(
  row: DependencyRow,
  items: ReadonlyMap<string, Item>,
): DependencyView | null {
  const from = items.get(row.fromMilestoneId ?? row.fromCardId ?? "");
  const to = items.get(row.toMilestoneId ?? row.toCardId ?? "");
  if (!from || !to) return null;
  const { id, projectId, kind, lagDays } = row;
  return { id, projectId, from, to, kind: linkKind(kind), lagDays };
}
