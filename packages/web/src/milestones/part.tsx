import { Group, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface PartProps {
  title: string;
  /** Where a refusal leads: "#criteria". */
  anchor?: string;
  action?: ReactNode;
  children: ReactNode;
}

/** One part of the milestone page under its own heading. */
export function Part({ title, anchor, action, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} id={anchor} style={{ scrollMarginTop: 80 }}>
      <Group justify="space-between" gap="xs" mb={4} mih={28}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </section>
  );
}
