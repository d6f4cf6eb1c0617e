import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { adjustmentsQuery } from "../lib/adjustments.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import { type Milestone, planQuery } from "../lib/plan-query.ts";
import { Adjusted } from "../ui/adjusted.tsx";
import { Timeline } from "../ui/timeline.tsx";
import { happened, reasonOf } from "./happened.ts";

/** What was adjusted since it was promised, and all that happened to the milestone: steps, dates and their reasons, answers. */
export function History({ milestone }: { milestone: Milestone }) {
  const { id, projectId } = milestone;
  const plan = useQuery(planQuery(projectId)).data;
  const numberOf = (other: string) => plan?.milestones.find((each) => each.id === other)?.number;
  return (
    <>
      <Adjustments milestone={milestone} />
      <Timeline
        projectId={projectId}
        subjectId={id}
        say={(event) => happened(event, id, numberOf)}
        reason={reasonOf}
      />
    </>
  );
}

function Adjustments({ milestone: { id, projectId, currency } }: { milestone: Milestone }) {
  const names = usePeopleNames(projectId);
  const own = (useQuery(adjustmentsQuery(projectId)).data ?? []).filter(
    ({ milestoneId }) => milestoneId === id,
  );
  if (own.length === 0) return null;
  return (
    <section aria-label="Adjusted since it was promised">
      <Title order={3} size="h5" mb={8}>
        Adjusted since it was promised
      </Title>
      <Adjusted adjustments={own} names={names} currency={currency} />
      <Title order={3} size="h5" mt="md" mb={4}>
        All that happened
      </Title>
    </section>
  );
}
