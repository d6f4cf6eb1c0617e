import { Box, Paper, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface SettingProps {
  title: string;
  /** Who feels it when this changes. */
  affects: string;
  children: ReactNode;
}

/** One group of settings, with whom it concerns. */
export function Setting({ title, affects, children }: SettingProps) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        Affects: {affects}
      </Text>
      <Box>{children}</Box>
    </Paper>
  );
}
