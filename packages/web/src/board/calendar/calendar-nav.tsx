import { ActionIcon, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { dayText } from "../../lib/dates.ts";
import { useWeeks } from "../../lib/weeks.ts";
import { stepped } from "./calendar-days.ts";
import type { CalendarSearch, Scale } from "./calendar-search.ts";

interface CalendarNavProps {
  on: string;
  scale: Scale;
  onChange: (change: CalendarSearch) => void;
}

/** "June 2026", in the viewer's words. */
function monthName(day: string): string {
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(undefined, options).format(new Date(`${day}T00:00:00Z`));
}

/** Which days are shown. */
export function CalendarNav({ on, scale, onChange }: CalendarNavProps) {
  const { weekOf } = useWeeks();
  const go = (step: 1 | -1) => onChange({ on: stepped(on, scale, step) });
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label="Days shown"
        value={scale}
        onChange={(value) => onChange({ scale: value === "week" ? "week" : undefined })}
        data={[
          { value: "month", label: "Month" },
          { value: "week", label: "Week" },
        ]}
      />
      <Button size="compact-md" variant="default" onClick={() => onChange({ on: undefined })}>
        Today
      </Button>
      <Group gap={2}>
        <ActionIcon variant="subtle" color="gray" aria-label={`Previous ${scale}`} onClick={() => go(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={`Next ${scale}`} onClick={() => go(1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Text fw={600} aria-live="polite">
        {scale === "week" ? `Week of ${dayText(weekOf(on))}` : monthName(on)}
      </Text>
    </Group>
  );
}
