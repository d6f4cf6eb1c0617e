import { milestoneTrend, type TrendLine } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { readBaseline, slipOf } from "./baseline.ts";
import { dateHistory, milestonesByDate } from "./trend.store.ts";
import type { TrendPointView, TrendView } from "./trend.view.ts";
import { dayReports, keptVersions, nowReport, type Report, versionReports } from "./trend-reports.ts";
import { type PastReview, pastReviews, reviewedDates } from "./trend-reviews.store.ts";

export interface TrendWish {
  /** Which days count; without a wish those of reviews, as soon as two were held. */
  by?: TrendView["by"] | undefined;
  /** The number of the version that the dates now are measured against. */
  base?: number | undefined;
}

type History = Awaited<ReturnType<typeof dateHistory>>;

/** What was planned for each milestone on the days on which something was: reviews alone, or versions, daily snapshots and today as well. */
export async function readTrend(scope: Scope, project: ProjectAccess, wish: TrendWish): Promise<TrendView> {
  const work = await workCalendar(scope);
  const milestones = await milestonesByDate(scope, project.id);
  const baseline = await readBaseline(scope, project.id, wish.base);
  const reviews = await pastReviews(scope, project.id);
  const by = wish.by ?? (reviews.filter(({ heldOn }) => heldOn !== null).length > 1 ? "reviews" : "days");
  const versions = await keptVersions(scope, project.id, work.zone);
  const history = await dateHistory(scope, project.id);
  const reviewed = await reviewedDates(scope, project.id);
  const days =
    by === "days" ? [...versions.flatMap(versionReports), ...(await dayReports(scope, project.id))] : [];
  const past = Map.groupBy([...days, ...reviewed], ({ milestoneId }) => milestoneId);
  const known = milestones.map((row) => ({
    ...row,
    reports: [
      ...(past.get(row.id) ?? []),
      ...(by === "days" || (row.reachedOn && past.has(row.id)) ? nowReport(row, work.today) : []),
    ],
  }));
  const lines = linesOf(known, work);
  const drawn = known.flatMap(({ reports, ...row }) => {
    const points = changesOf(reports);
    return points.length === 0
      ? []
      : [
          {
            ...row,
            ref: `${project.key}-M${row.number}`,
            points,
            ...driftOf(lines.get(row.id)),
            againstDays: slipOf(row, baseline.milestones.get(row.id), work.calendar)?.slipDays ?? null,
            followsId: followed(history, row.id),
          },
        ];
  });
  const ids = new Set(drawn.map(({ id }) => id));
  return {
    today: work.today,
    by,
    baseline: baseline.chosen,
    baselines: baseline.all,
    milestones: drawn,
    reviews: reviews.map(presentReview),
    versions: versions.map(({ n, on, reason }) => ({ n, on, reason })),
    reasons: reasonsOf(history, work.zone).filter(({ milestoneId }) => ids.has(milestoneId)),
  };
}

/** One that was not held stands where it was due. */
function presentReview({ dueOn, heldOn, skipped, skipReason }: PastReview): TrendView["reviews"][number] {
  const state = heldOn ? "held" : skipped ? "skipped" : "missed";
  return { on: heldOn ?? dueOn, dueOn, state, reason: skipReason };
}

/** The first report, every one with another date than the one before it, every version, and the last one. */
function changesOf(reports: readonly Report[]): TrendPointView[] {
  const end = reports.at(-1)?.on ?? "";
  const inOrder = reports
    .filter(({ on }) => on <= end)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)));
  const byDay = [...Map.groupBy(inOrder, ({ on }) => on).values()].map(lastOfDay);
  return byDay.filter(({ source, targetOn }, i) => source !== "day" || targetOn !== byDay[i - 1]?.targetOn);
}

function rank({ source }: Report): number {
  return ["version", "day", "review", "now"].indexOf(source);
}

/** The last word of a day, under the version that was kept on it. */
function lastOfDay(reports: readonly Report[]): TrendPointView {
  const last = reports.at(-1) as Report;
  const version = reports.findLast(({ source }) => source === "version");
  const source = version && last.source === "day" ? "version" : last.source;
  return { on: last.on, targetOn: last.targetOn, source, n: version?.n ?? null };
}

/** What planning sees in the lines: how often and how far they moved, and whether they will again. */
function linesOf(
  known: readonly { id: string; reachedOn: string | null; reports: readonly Report[] }[],
  { calendar }: WorkCalendar,
): Map<string, TrendLine> {
  const reports = known.flatMap(({ reports: own }) =>
    own.map(({ milestoneId, on, targetOn }) => ({ milestoneId, on, plannedOn: targetOn })),
  );
  const reachedOn = new Map(known.flatMap((each) => (each.reachedOn ? [[each.id, each.reachedOn]] : [])));
  return new Map(
    milestoneTrend({ reports, reachedOn }, calendar).lines.map((line) => [line.milestoneId, line]),
  );
}

/** To be reached on another day than planned is no change of plan, but counts in the slip. */
function driftOf(line: TrendLine | undefined) {
  const facts = line?.facts ?? [];
  const moved = facts.flatMap((fact) => (fact.code === "moved" ? [fact] : [])).at(0);
  const reached = facts.flatMap((fact) => (fact.code === "reached" ? [fact] : [])).at(0);
  const whole = reached?.slip ?? moved?.slip;
  return {
    moves: moved?.times ?? 0,
    slipDays: whole?.workingDays ?? 0,
    slipCalendarDays: whole?.calendarDays ?? 0,
    class: line?.class ?? "too_short",
    willSlip: line?.willSlip ?? false,
  };
}

/** The milestone that took this one along whenever its date moved; null when it moved by itself as well. */
function followed(history: History, id: string): string | null {
  const own = history.filter(({ milestoneId }) => milestoneId === id);
  const because = own.at(-1)?.because?.milestoneId ?? null;
  return own.every((each) => each.because !== undefined) ? because : null;
}

function reasonsOf(history: History, zone: string): TrendView["reasons"] {
  return history.flatMap(({ milestoneId, at, changes, reason, because }) => {
    const target = changes.find((each) => each.milestoneId === milestoneId)?.after.targetOn;
    return reason === "" || because || !target
      ? []
      : [{ milestoneId, on: civilDate(at, zone), targetOn: target, reason }];
  });
}
