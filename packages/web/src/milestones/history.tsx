import type { Milestone } from "../lib/plan-query.ts";
import { Timeline } from "../ui/timeline.tsx";
import { happened, reasonOf } from "./happened.ts";

/** What happened to the milestone: steps, dates and their reasons, answers. */
export function History({ milestone: { id, projectId } }: { milestone: Milestone }) {
  return (
    <Timeline projectId={projectId} subjectId={id} say={(event) => happened(event, id)} reason={reasonOf} />
  );
}
