import { useQuery } from "@tanstack/react-query";
import { type Milestone, planQuery } from "../lib/plan-query.ts";
import { Timeline } from "../ui/timeline.tsx";
import { happened, reasonOf } from "./happened.ts";

/** What happened to the milestone: steps, dates and their reasons, answers. */
export function History({ milestone: { id, projectId } }: { milestone: Milestone }) {
  const plan = useQuery(planQuery(projectId)).data;
  const numberOf = (other: string) => plan?.milestones.find((each) => each.id === other)?.number;
  return (
    <Timeline
      projectId={projectId}
      subjectId={id}
      say={(event) => happened(event, id, numberOf)}
      reason={reasonOf}
    />
  );
}
