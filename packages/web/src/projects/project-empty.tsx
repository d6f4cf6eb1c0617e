import { SimpleGrid } from "@mantine/core";
import { EmptyState } from "../ui/empty-state.tsx";
import { StepCard } from "./step-card.tsx";

/** A project without a dated milestone: three ways to the first stone. */
export function ProjectEmpty({ projectKey, mayPlan }: { projectKey: string; mayPlan: boolean }) {
  if (!mayPlan)
    return (
      <EmptyState title="No milestone has a date yet">
        The project's lead plans the milestones. They appear here as stones on a road.
      </EmptyState>
    );
  const at = `/p/${projectKey}`;
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
      <StepCard title="Plan with the assistant" action="Start planning" to={`${at}/assistant?step=1`}>
        From one objective to dates that your people can keep, in six steps. Everything is stored on the way.
      </StepCard>
      <StepCard title="Begin from a kind of work" action="Choose a template" to={`${at}/assistant?step=2`}>
        A website, a campaign, a launch: milestones that such work needs, each with why it matters and when it
        is done. Keep, change or drop them.
      </StepCard>
      <StepCard title="Paste a list" action="Start with cards" to={`${at}/board`}>
        Put what has to be done on the board, a line each. Milestones can come later, and a card can become
        one.
      </StepCard>
    </SimpleGrid>
  );
}
