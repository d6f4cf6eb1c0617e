import { Box, Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface PageProps {
  title: string;
  /** A sentence as the title is set smaller. */
  sentence?: boolean;
  /** One sentence below the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Reading pages are narrow, boards and lists are not. */
  narrow?: boolean;
  children: ReactNode;
}

/** A page of the shell: its one h1, its actions, its body. */
export function Page({ title, sentence = false, lead, actions, narrow = false, children }: PageProps) {
  return (
    <Box maw={narrow ? 880 : 1440} mx={narrow ? 0 : "auto"}>
      <Group justify="space-between" align="flex-start" mb="lg" gap="sm">
        <Box style={{ flex: "1 1 320px" }}>
          <Title order={1} {...(sentence ? { size: "h2", fw: 600, maw: "60ch" } : {})}>
            {title}
          </Title>
          {lead ? <Box c="dimmed">{lead}</Box> : null}
        </Box>
        {actions ? (
          <Group gap="xs" className="mp-screen">
            {actions}
          </Group>
        ) : null}
      </Group>
      {children}
    </Box>
  );
}
