import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Board } from "../../lib/board-query.ts";
import { forecastBasisQuery } from "../../lib/forecast-basis.ts";
import { type Plan, projectPeopleQuery } from "../../lib/plan-query.ts";
import { Efforts } from "./efforts.tsx";
import { Hours } from "./hours.tsx";
import { PromiseDates, type PromisePart } from "./promise-dates.tsx";
import { plannedMilestones } from "./steps.ts";

interface DatesStepProps {
  plan: Plan;
  board: Board | undefined;
  Promise: PromisePart;
}

/** How much work there is, who has time for it, and which dates follow from that. */
export function DatesStep({ plan, board, Promise: Why }: DatesStepProps) {
  const basis = useQuery(forecastBasisQuery(plan.project.id)).data;
  const everybody = useQuery(projectPeopleQuery(plan.project.id)).data;
  const people = useMemo(() => everybody?.filter(({ kind }) => kind === "member"), [everybody]);
  const milestones = plannedMilestones(plan);
  if (milestones.length === 0) return <Text c="dimmed">Write down the milestones first, in step 2.</Text>;
  if (!board || !basis || !people) return <Skeleton height={240} />;
  return (
    <>
      <Hours plan={plan} basis={basis} />
      <Efforts projectId={plan.project.id} board={board} milestones={milestones} people={people} />
      <PromiseDates plan={plan} basis={basis} milestones={milestones} Promise={Why} />
    </>
  );
}
