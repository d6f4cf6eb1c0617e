import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** 1 where it is all the page has. */
  level?: 1 | 2;
  /** What belongs here, and an example. */
  children: ReactNode;
  /** The one action. */
  action?: ReactNode;
}

/** Says what belongs here and offers the first step; never a dead end. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center" maw={520} mx="auto">
      <svg width="120" height="28" aria-hidden="true">
        <path
          d="M2 14h116"
          stroke="var(--mp-dim)"
          strokeWidth="2.5"
          strokeDasharray="1 7"
          strokeLinecap="round"
        />
        <path
          d="M60 4l10 10-10 10-10-10z"
          fill="var(--mp-paper)"
          stroke="var(--mp-control)"
          strokeWidth="2"
          strokeDasharray="4 3"
        />
      </svg>
      <Title order={level} size="h3">
        {title}
      </Title>
      <Text c="dimmed" component="div">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
