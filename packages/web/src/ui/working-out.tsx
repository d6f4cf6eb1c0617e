import { Text } from "@mantine/core";

/** Stands where an answer will be that takes a moment. */
export function WorkingOut({ hasFailed = false }: { hasFailed?: boolean }) {
  return (
    <Text size="sm" c="dimmed" role="status">
      {hasFailed ? "It could not be worked out. Reload the page and try again." : "Working it out…"}
    </Text>
  );
}
