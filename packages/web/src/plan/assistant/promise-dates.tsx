import { Alert, Button, Group, SegmentedControl, Text } from "@mantine/core";
import type { Confidence, FeasibleDates, ForecastInput } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { type ComponentType, Fragment, useMemo, useState } from "react";
import type { Question } from "../../lib/computations.ts";
import { counted } from "../../lib/counted.ts";
import { changeDatesTogether } from "../../lib/date-acts.ts";
import { dayText } from "../../lib/dates.ts";
import type { Milestone, Plan } from "../../lib/plan-query.ts";
import { useComputed } from "../../lib/use-computed.ts";
import { useSubmit } from "../../lib/use-submit.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { WorkingOut } from "../../ui/working-out.tsx";
import classes from "./promise-dates.module.css";

/** What holds a milestone's date, and what would make another one. */
export type PromisePart = ComponentType<{ plan: Plan; milestone: Milestone }>;

interface PromiseDatesProps {
  plan: Plan;
  basis: ForecastInput;
  milestones: readonly Milestone[];
  Promise: PromisePart;
}

const CONFIDENCES: readonly Confidence[] = [50, 80, 90];

/** The dates that the people can keep, as sure as somebody wants to be; the buffer is a thing of its own. */
export function PromiseDates({ plan, basis, milestones, Promise: Why }: PromiseDatesProps) {
  const [confidence, setConfidence] = useState<Confidence>(80);
  const question = useMemo(
    (): Question<"feasibleDates"> => ({ name: "feasibleDates", asked: [basis, confidence] }),
    [basis, confidence],
  );
  const { answer: found, isCurrent, hasFailed } = useComputed(question);
  return (
    <div>
      <Group gap="sm" mb="xs">
        <Text size="sm" id="how-sure">
          The dates should hold in
        </Text>
        <SegmentedControl
          aria-labelledby="how-sure"
          value={String(confidence)}
          onChange={(value) => setConfidence(CONFIDENCES.find((each) => String(each) === value) ?? 80)}
          data={CONFIDENCES.map((value) => ({ value: String(value), label: `${value / 10} in 10` }))}
        />
        <Text size="sm">cases</Text>
      </Group>
      {found === null ? (
        <WorkingOut hasFailed={hasFailed} />
      ) : found.ok ? (
        <>
          <Nobody basis={basis} />
          <Dates plan={plan} found={found} isCurrent={isCurrent} milestones={milestones} Why={Why} />
          <Take projectId={plan.project.id} found={found} isCurrent={isCurrent} />
        </>
      ) : (
        <Alert color="red" variant="light">
          Its work waits for itself. Remove a dependency first.
        </Alert>
      )}
    </div>
  );
}

/** All of these dates into the plan, in one act. */
function Take({
  projectId,
  found: { dates, confidence },
  isCurrent,
}: {
  projectId: string;
  found: Found;
  isCurrent: boolean;
}) {
  const client = useQueryClient();
  const moves = dates.filter(({ from, to }) => from.targetOn !== to.targetOn || from.startOn !== to.startOn);
  const { submit, busy, problem } = useSubmit(() =>
    changeDatesTogether(
      client,
      projectId,
      moves,
      `Dates from availability, to hold in ${confidence / 10} of 10 cases`,
    ),
  );
  return (
    <>
      <Refusal problem={problem} />
      <Group gap="sm" mt="sm">
        <Button loading={busy} disabled={moves.length === 0 || !isCurrent} onClick={() => void submit()}>
          {moves.length === 0 && isCurrent ? "These are the plan's dates" : "Take these dates"}
        </Button>
        {!isCurrent ? (
          <WorkingOut />
        ) : moves.length > 0 ? (
          <Text size="sm" c="dimmed">
            {`${counted(moves.length, "milestone changes", "milestones change")}. Can be undone.`}
          </Text>
        ) : null}
      </Group>
    </>
  );
}

type Found = Extract<FeasibleDates, { ok: true }>;

/** What nobody is on takes nobody's time: said, because it makes dates early. */
function Nobody({ basis }: { basis: ForecastInput }) {
  const open = basis.plan.cards.filter(
    ({ place, assigneeIds }) => place !== "done" && assigneeIds.length === 0,
  );
  if (open.length === 0) return null;
  return (
    <Text size="sm" className={classes.early} mb="xs">
      {`Nobody is on ${counted(open.length, "activity", "activities")}: until then the dates take it that there are hands for all of them at once.`}
    </Text>
  );
}

interface DatesProps {
  plan: Plan;
  found: Found;
  /** Those of before are paler. */
  isCurrent: boolean;
  milestones: readonly Milestone[];
  Why: PromisePart;
}

function Dates({ plan, found, isCurrent, milestones, Why }: DatesProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const byId = new Map(found.dates.map((each) => [each.milestoneId, each]));
  return (
    <table className={`${classes.table} mp-tabular`} aria-busy={!isCurrent}>
      <thead>
        <tr>
          <th scope="col">Milestone</th>
          <th scope="col">Planned</th>
          <th scope="col">Likely by</th>
          <th scope="col">Buffer</th>
          <th scope="col">Can be promised</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {milestones.map((milestone) => {
          const { id, number, title, targetOn } = milestone;
          const date = byId.get(id);
          const early = date && targetOn !== null && targetOn < date.to.targetOn;
          return (
            <Fragment key={id}>
              <tr>
                <th scope="row">{`M${number} ${title}`}</th>
                <td data-label="Planned">{targetOn ? dayText(targetOn, plan.today) : "No date"}</td>
                <td data-label="Likely by">{date ? dayText(date.likelyOn, plan.today) : "–"}</td>
                <td data-label="Buffer">{date ? daysText(date.bufferDays) : "–"}</td>
                <td data-label="Can be promised">
                  {date ? (
                    <>
                      <strong>{dayText(date.to.targetOn, plan.today)}</strong>
                      {early ? <span className={classes.early}> later than planned</span> : null}
                    </>
                  ) : (
                    whyNot(found, milestone)
                  )}
                </td>
                <td className={classes.ask}>
                  {date ? (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-expanded={asked === id}
                      aria-label={`Why, or another day? M${number} ${title}`}
                      onClick={() => setAsked(asked === id ? null : id)}
                    >
                      Why, or another day?
                    </Button>
                  ) : null}
                </td>
              </tr>
              {asked === id ? (
                <tr>
                  <td colSpan={6} className={classes.answer}>
                    <Why plan={plan} milestone={milestone} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

const NEEDED = 3;

function whyNot({ neverIds }: DatesProps["found"], { id, cards }: Milestone): string {
  if (neverIds.includes(id)) return "Nobody has time for it";
  const missing = Math.max(1, NEEDED - cards.estimated);
  return `Not enough data: estimate ${counted(missing, "more activity", "more activities")}`;
}

function daysText(days: number): string {
  return days === 0 ? "none" : counted(days, "working day");
}
