import { type CascadePreview, cascade, isOpenCard, type Plan, type WindowMove } from "@milepost/planning";
import type { MilestoneDates } from "../milestones/milestones.store.ts";
import type { DatePreviewView } from "./date-changes.view.ts";
import { itemsOf } from "./dependency-presenter.ts";
import type { WholePlan } from "./read-plan.ts";

export interface WantedDates {
  milestoneId: string;
  /** Left out: stays as it is. Null: is taken away. */
  startOn?: string | null | undefined;
  targetOn?: string | null | undefined;
}

/** What the change would move. A date that is taken away pushes nothing. */
export function cascadeOf(plan: Plan, { milestoneId, startOn, targetOn }: WantedDates): CascadePreview {
  const before = plan.milestones.find(({ id }) => id === milestoneId);
  const cleared = {
    ...(startOn === null ? { startOn } : {}),
    ...(targetOn === null ? { targetOn } : {}),
  };
  const milestones = plan.milestones.map((each) =>
    each.id === milestoneId ? { ...each, ...cleared } : each,
  );
  const preview = cascade(
    { ...plan, milestones },
    {
      milestoneId,
      ...(startOn ? { startOn } : {}),
      ...(targetOn ? { targetOn } : {}),
    },
  );
  if (!before || preview.refusals.length > 0 || (startOn !== null && targetOn !== null)) return preview;
  const to = {
    startOn: startOn === undefined ? before.startOn : startOn,
    targetOn: targetOn === undefined ? before.targetOn : targetOn,
  };
  const from = { startOn: before.startOn, targetOn: before.targetOn };
  const others = preview.moves.filter((move) => move.milestoneId !== milestoneId);
  if (sameDates(from, to)) return { ...preview, moves: others };
  const own: WindowMove = { milestoneId, from, to, slipDays: null, reason: { by: "change" } };
  return { ...preview, moves: [own, ...others] };
}

export function sameDates(a: MilestoneDates, b: MilestoneDates): boolean {
  return a.startOn === b.startOn && a.targetOn === b.targetOn;
}

/** The consequences in names: what moves and why, which cards fall out, which fixed dates are missed, who is touched. */
export function presentPreview(
  { rows, plan }: WholePlan,
  preview: CascadePreview,
  seesMoney: boolean,
): DatePreviewView {
  const items = itemsOf(rows, rows.head.key);
  const fixed = new Map(rows.fixedDates.map(({ id, title }) => [id, title]));
  const moved = new Set(preview.moves.map(({ milestoneId }) => milestoneId));
  const owners = plan.milestones.flatMap(({ id, ownerId }) => (ownerId && moved.has(id) ? [ownerId] : []));
  const workers = plan.cards.flatMap((card) =>
    isOpenCard(card) && moved.has(card.milestoneId ?? "") ? card.assigneeIds : [],
  );
  const prices = new Map(rows.milestones.map(({ id, priceMinor }) => [id, priceMinor]));
  const [refusal] = preview.refusals;
  const named = (id: string) => ({ ref: items.get(id)?.ref ?? "", title: items.get(id)?.title ?? "" });
  return {
    moves: preview.moves.map(({ milestoneId, from, to, slipDays, reason }) => ({
      milestoneId,
      ...named(milestoneId),
      from: { ...from },
      to: { ...to },
      slipDays,
      why: reason.by === "change" ? { by: "change" } : { ...reason, ...named(reason.milestoneId) },
    })),
    cards: preview.cards.map(({ cardId, ...card }) => ({ cardId, ...named(cardId), ...card })),
    fixedDates: preview.fixedDates.map((one) => ({ ...one, title: fixed.get(one.fixedDateId) ?? "" })),
    clientItems: rows.clientTimes.flatMap(({ id, kind, title, milestoneId, dueOn, toAt }) =>
      toAt === null && milestoneId !== null && moved.has(milestoneId)
        ? [{ id, kind, title, milestoneId, dueOn }]
        : [],
    ),
    payments: seesMoney
      ? preview.moves.flatMap(({ milestoneId, from, to }) => {
          const priceMinor = prices.get(milestoneId) ?? 0;
          if (priceMinor === 0 || from.targetOn === to.targetOn) return [];
          return [{ milestoneId, ...named(milestoneId), priceMinor, from: from.targetOn, to: to.targetOn }];
        })
      : [],
    people: [...new Set([...owners, ...workers])],
    refusal: refusal ? presentRefusal(refusal, items) : null,
  };
}

function presentRefusal(
  refusal: CascadePreview["refusals"][number],
  items: ReturnType<typeof itemsOf>,
): NonNullable<DatePreviewView["refusal"]> {
  const code = refusal.code.replaceAll("_", "-");
  switch (refusal.code) {
    case "cycle":
      return {
        code,
        detail: "Its milestones wait for each other.",
        facts: { items: refusal.cycle.itemIds.flatMap((id) => items.get(id) ?? []) },
      };
    case "before_predecessor":
      return {
        code,
        detail: `It cannot be before ${refusal.earliestOn}: it follows “${items.get(refusal.milestoneId)?.title ?? ""}”.`,
        facts: { ...refusal, item: items.get(refusal.milestoneId) ?? null },
      };
    case "start_after_target":
      return { code, detail: "The window ends before it starts.", facts: {} };
    default:
      return { code, detail: "This milestone no longer moves.", facts: {} };
  }
}
