import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../ui/empty-state.tsx";

/** A project without a dated milestone: the two ways to the first stone. */
export function ProjectEmpty({ projectKey, mayPlan }: { projectKey: string; mayPlan: boolean }) {
  if (!mayPlan)
    return (
      <EmptyState title="No milestone has a date yet">
        The project's lead plans the milestones. They appear here as stones on a road.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No stone on this road yet"
      action={
        <Group justify="center">
          <Button component={Link} to={`/p/${projectKey}/roadmap`}>
            Plan the milestones
          </Button>
          <Button component={Link} to={`/p/${projectKey}/board`} variant="default">
            Start with a list of cards
          </Button>
        </Group>
      }
    >
      A milestone is an outcome with a date, such as “Design approved” on a Friday in June. Cards on the board
      then serve it.
    </EmptyState>
  );
}
