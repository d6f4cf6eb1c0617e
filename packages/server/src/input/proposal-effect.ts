import { isOpenCard } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { cascadeOf, presentPreview } from "../plan/date-preview.ts";
import { presentForecasts } from "../plan/forecast-presenter.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
import { changedFields, entries } from "../plan/version-diff.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import type { PatchView, ProposalEffectView } from "./input.view.ts";

/** What the plan would be with this patch: fields old and new, dates that move along, what the forecast says as things stand. */
export async function effectOf(
  scope: Scope,
  { project, milestoneId }: { project: ProjectAccess; milestoneId: string | null },
  patch: PatchView,
): Promise<ProposalEffectView> {
  const whole = await readPlan(scope, project.id);
  const row = whole.rows.milestones.find(({ id }) => id === milestoneId);
  const { moves, refusal } = row ? movesOf(whole, row.id, patch) : { moves: [], refusal: null };
  const forecast = row ? presentForecasts(whole.plan, whole.forecast?.result ?? null).get(row.id) : undefined;
  const before = row && { ...row, criteria: row.criteria.map(({ text }) => text) };
  return {
    fields: changedFields(facts(before ?? {}, patch), facts(patch, patch), whole.work.calendar),
    moves,
    likelyOn: forecast?.p50On ?? null,
    safeOn: forecast?.p80On ?? null,
    openMinutes: row ? openMinutes(whole, row.id) : 0,
    priceMinor: row && can(scope.actor, "money.read", { project }) ? row.priceMinor : null,
    refusal,
  };
}

/** Only of what the patch speaks about. */
function facts(
  of: {
    title?: string | undefined;
    outcome?: string | undefined;
    targetOn?: string | null | undefined;
    criteria?: string[] | undefined;
  },
  patch: PatchView,
) {
  return {
    ...("title" in patch ? { title: of.title ?? null } : {}),
    ...("outcome" in patch ? { outcome: of.outcome ?? null } : {}),
    ...("targetOn" in patch ? { targetOn: of.targetOn ?? null } : {}),
    ...("criteria" in patch
      ? entries(
          "criterion",
          (of.criteria ?? []).map((text) => [text, text]),
        )
      : {}),
  };
}

function movesOf(whole: WholePlan, milestoneId: string, { targetOn }: PatchView) {
  if (!targetOn) return { moves: [], refusal: null };
  const preview = presentPreview(whole, cascadeOf(whole.plan, { milestoneId, targetOn }), false);
  return {
    moves: preview.moves
      .filter((move) => move.milestoneId !== milestoneId)
      .map(({ milestoneId: id, ref, title, from, to, slipDays }) => ({
        milestoneId: id,
        ref,
        title,
        from: from.targetOn,
        to: to.targetOn,
        workingDays: slipDays,
      })),
    refusal: preview.refusal?.detail ?? null,
  };
}

function openMinutes({ plan }: WholePlan, milestoneId: string): number {
  return plan.cards
    .filter((card) => card.milestoneId === milestoneId && isOpenCard(card))
    .reduce((sum, { likely }) => sum + (likely ?? 0), 0);
}
