import { Group, List, Popover, Text, UnstyledButton } from "@mantine/core";
import { Diamond, STATE_COLORS } from "./diamond.tsx";
import { healthOf } from "./health.ts";

interface HealthChipProps {
  word: string;
  /** The strongest reasons, in sentences; what would change them belongs in the same sentence. */
  reasons?: readonly string[];
  /** What else there is to know, below the reasons. */
  also?: readonly string[];
  /** The state below "waiting for client". */
  below?: string | null;
  /** Nobody has reviewed it for too long: grey, whatever it says. */
  unseen?: boolean;
}

/** Colour, sign and word together; "Why?" opens the reasons. */
export function HealthChip({ word, reasons = [], also = [], below = null, unseen = false }: HealthChipProps) {
  const health = healthOf(word, below);
  const shown = (
    <Group
      gap={6}
      wrap="nowrap"
      component="span"
      data-unseen={unseen || undefined}
      style={{ display: "inline-flex", ...(unseen ? { filter: "grayscale(1)" } : {}) }}
    >
      <Diamond state={health.state} waiting={health.waiting} />
      <Text
        component="span"
        fw={600}
        size="sm"
        c={unseen ? "dimmed" : STATE_COLORS[health.state]}
        style={{ whiteSpace: "nowrap" }}
      >
        {health.word}
      </Text>
    </Group>
  );
  if (reasons.length + also.length === 0) return shown;
  return (
    <Popover width={320} position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton style={{ minHeight: 24, borderRadius: 6 }}>
          <Group gap={8} wrap="nowrap" component="span" style={{ display: "inline-flex" }}>
            {shown}
            <Text component="span" size="xs" c="dimmed" td="underline">
              Why?
            </Text>
          </Group>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm" mb={4}>
          Why “{health.word}”
        </Text>
        <List size="sm" spacing={4}>
          {[...reasons.slice(0, 3), ...also].map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      </Popover.Dropdown>
    </Popover>
  );
}
