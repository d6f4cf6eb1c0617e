import { Button, List, SegmentedControl, Stack, Text } from "@mantine/core";
import type { Confidence, HonestPromise as FoundPromise } from "@milepost/planning";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type Board, boardQuery } from "../lib/board-query.ts";
import type { Question } from "../lib/computations.ts";
import { dayText } from "../lib/dates.ts";
import { forecastBasisQuery } from "../lib/forecast-basis.ts";
import { groundsSentences } from "../lib/forecast-grounds.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { useComputed } from "../lib/use-computed.ts";
import { WorkingOut } from "../ui/working-out.tsx";
import { ForecastLine } from "./forecast-line.tsx";
import { Part } from "./part.tsx";
import { Ways } from "./promise-ways.tsx";
import { boundText, isNever, type Names, promiseReasonText, refusalText } from "./promise-words.ts";

interface PromiseProps {
  plan: Plan;
  milestone: Milestone;
}

/** When will it be there, what holds it, and what would make another day? */
export function HonestPromise({ plan, milestone }: PromiseProps) {
  const [asked, setAsked] = useState(false);
  const { forecast } = milestone;
  if (!forecast) return null;
  return (
    <Part
      title="Expected"
      anchor="expected"
      action={
        plan.project.may.editPlan && !asked ? (
          <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
            What can be promised?
          </Button>
        ) : null
      }
    >
      <ForecastLine forecast={forecast} targetOn={milestone.targetOn} today={plan.today} />
      <Text size="sm" c="dimmed" maw="68ch">
        {groundsSentences(plan, milestone.id).join(" ")}
      </Text>
      {asked ? <Answer plan={plan} milestone={milestone} /> : null}
    </Part>
  );
}

function Answer({ plan, milestone }: PromiseProps) {
  const { projectId } = milestone;
  const basis = useQuery(forecastBasisQuery(projectId)).data;
  const board = useQuery(boardQuery(projectId)).data;
  const names = useNames(plan, board);
  const [confidence, setConfidence] = useState<Confidence>(80);
  const question = useMemo(
    (): Question<"earliestHonestPromise"> | null =>
      basis ? { name: "earliestHonestPromise", asked: [basis, milestone.id, confidence] } : null,
    [basis, milestone.id, confidence],
  );
  const { answer: promise, isCurrent, hasFailed } = useComputed(question);
  if (!basis || !board || !promise) return <WorkingOut hasFailed={hasFailed} />;
  if (!promise.ok) return <Text>{refusalText(promise)}</Text>;
  return (
    <Stack gap="sm" mt="sm">
      <SegmentedControl
        aria-label="How sure it has to be"
        value={String(confidence)}
        onChange={(value) => setConfidence(CONFIDENCES.find((each) => String(each) === value) ?? 80)}
        data={CONFIDENCES.map((value) => ({ value: String(value), label: `${value / 10} in 10` }))}
        w="fit-content"
      />
      {isCurrent ? <Earliest promise={promise} names={names} /> : <WorkingOut />}
      {isNever(promise.on) ? null : (
        <Ways
          input={basis}
          board={board}
          milestone={milestone}
          names={names}
          confidence={confidence}
          safeOn={isCurrent ? promise.on : null}
        />
      )}
    </Stack>
  );
}

type Found = Extract<FoundPromise, { ok: true }>;

function Earliest({ promise, names }: { promise: Found; names: Names }) {
  const never = isNever(promise.on);
  return (
    <div>
      <Text fw={600}>
        {never
          ? "As the plan stands, it would never be done."
          : `The earliest honest promise is ${dayText(promise.on)}.`}
      </Text>
      <List size="sm">
        {[promise.binding, ...promise.reasons.slice(1, 3)].map((reason) => (
          <List.Item key={JSON.stringify(reason)}>{promiseReasonText(reason, names)}</List.Item>
        ))}
      </List>
      {promise.bound && !never ? (
        <Text size="sm" c="dimmed">
          {boundText(promise.bound, names)}
        </Text>
      ) : null}
    </div>
  );
}

const CONFIDENCES: readonly Confidence[] = [50, 80, 90];

function useNames(plan: Plan, board: Board | undefined): Names {
  const people = usePeopleNames(plan.project.id);
  return useMemo(() => {
    const titled = [...plan.milestones, ...(board?.cards ?? [])];
    return new Map([...people, ...titled.map(({ id, title }): [string, string] => [id, title])]);
  }, [people, plan, board]);
}
