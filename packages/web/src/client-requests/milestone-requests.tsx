import { Button, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { clientRequestsQuery } from "./client-requests.api.ts";
import { RequestLine } from "./request-line.tsx";

/** What this milestone needs from the client, and on whose desk it has been. */
export function MilestoneRequests({ plan, milestone }: { plan: Plan; milestone: Milestone }) {
  const id = useId();
  const asking = useInPlace();
  const { data: all = [], error } = useQuery(clientRequestsQuery(milestone.projectId));
  const requests = all.filter(({ milestoneId }) => milestoneId === milestone.id);
  const over = milestone.state === "accepted" || milestone.state === "dropped";
  const { work } = plan.project.may;
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" gap="xs" mb={4} mih={28}>
        <Title order={2} size="h4" id={id}>
          Needed from the client
        </Title>
        {work && !over ? (
          <Button size="compact-sm" variant="default" autoFocus={asking.hasReturned} onClick={asking.open}>
            Ask the client
          </Button>
        ) : null}
      </Group>
      <Refusal problem={error} />
      {requests.length === 0 ? (
        <Text c="dimmed" size="sm">
          Nothing is needed from the client.
        </Text>
      ) : (
        <ul style={{ margin: 0, padding: 0 }}>
          {requests.map((request) => (
            <RequestLine key={request.id} request={request} today={plan.today} may={plan.project.may} />
          ))}
        </ul>
      )}
      <Clock clock={milestone.clock} />
      {asking.isOpen ? (
        <AskDialog
          projectId={milestone.projectId}
          milestones={plan.milestones}
          milestoneId={milestone.id}
          onClose={asking.close}
        />
      ) : null}
    </section>
  );
}

function Clock({ clock }: Pick<Milestone, "clock">) {
  if (!clock || (clock.clientDays === 0 && clock.teamDays === null)) return null;
  const days = (count: number) => `${count} working ${count === 1 ? "day" : "days"}`;
  return (
    <Text size="sm" c="dimmed" mt="xs" className="mp-tabular">
      {clock.teamDays === null
        ? `With the client: ${days(clock.clientDays)}`
        : `With the team: ${days(clock.teamDays)}, with the client: ${days(clock.clientDays)}`}
    </Text>
  );
}
