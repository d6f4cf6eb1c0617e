import { Group, Text } from "@mantine/core";

/** A milestone-shaped slab that holds a diamond, and the name in lower case. */
export function Wordmark() {
  return (
    <Group gap={8} wrap="nowrap" component="span" style={{ display: "inline-flex" }}>
      <svg width="22" height="24" viewBox="0 0 22 24" aria-hidden="true">
        <path d="M1 24V11a10 10 0 0 1 20 0v13z" fill="var(--mp-brand)" />
        <path d="M11 6.5l5.5 6.5-5.5 6.5L5.5 13z" fill="var(--mp-paper)" />
      </svg>
      <Text component="span" fw={700} size="lg">
        milepost
      </Text>
    </Group>
  );
}
