import { Button, Paper, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";

/** Every milestone is reached or dropped: what is left is to look back. */
export function LookBack() {
  const { key, state } = useProject();
  return (
    <Paper withBorder p="md" bg="var(--mp-raised)">
      <Text mb="xs">
        {state === "completed"
          ? "The project is completed."
          : "Every milestone is reached or dropped. Look back, then complete the project."}
      </Text>
      <Button component={Link} to={`/p/${key.toLowerCase()}/retrospective`} variant="default">
        Open the retrospective
      </Button>
    </Paper>
  );
}
