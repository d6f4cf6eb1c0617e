import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";

export function MissingPage() {
  useTitle("Not found");
  return (
    <EmptyState
      level={1}
      title="There is nothing at this address"
      action={
        <Button component={Link} to="/portfolio">
          Go to the portfolio
        </Button>
      }
    >
      It may have been deleted, or you may not be allowed to see it. Deleted things can be restored from the
      trash for 30 days.
    </EmptyState>
  );
}
