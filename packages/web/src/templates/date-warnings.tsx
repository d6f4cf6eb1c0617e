import { Alert, Button, Group, Text } from "@mantine/core";
import type { TemplateWarning } from "@milepost/planning";
import { Link } from "@tanstack/react-router";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import type { ShapedPlan } from "./shaped-plan.ts";

interface DateWarningsProps {
  shaped: ShapedPlan;
  /** Begin with the first day that is not past. */
  onEarliest: () => void;
}

/** What is odd about the dates, and the ways out of it. */
export function DateWarnings({ shaped, onEarliest }: DateWarningsProps) {
  return shaped.dated.warnings.map((warning) => (
    <Warning key={warning.code} warning={warning} shaped={shaped} onEarliest={onEarliest} />
  ));
}

function Warning({ warning, shaped, onEarliest }: DateWarningsProps & { warning: TemplateWarning }) {
  if (warning.code === "no_working_days")
    return (
      <Alert color="red" variant="light" mt="xs">
        The working week has no day to plan on. <Link to="/settings/workspace">Say when you work</Link>
      </Alert>
    );
  if (warning.code === "day_off") return <Text size="sm">{dayOffWords(warning, shaped)}</Text>;
  return (
    <Alert color="yellow" variant="light" mt="xs">
      <Text size="sm">{startPastWords(warning, shaped)}</Text>
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" variant="default" onClick={onEarliest}>
          {earliestWords(shaped)}
        </Button>
      </Group>
      <Text size="sm" mt={6}>
        Or drop or shorten milestones below, or keep it: then the first one starts late.
      </Text>
    </Alert>
  );
}

/** "To end on Tue 30 Jun it would have had to start on Wed 11 Feb, 13 days ago." */
export function startPastWords(
  { startOn, days }: Extract<TemplateWarning, { code: "start_past" }>,
  { by, dated, today }: Pick<ShapedPlan, "by" | "dated" | "today">,
): string {
  const ago = days === 1 ? "yesterday" : `${counted(days, "day")} ago`;
  const start = `${dayText(startOn, today)}, ${ago}`;
  if (by === "start") return `It starts on ${start}.`;
  return `For ${dayText(dated.fixedOn ?? dated.endOn, today)} it would have had to start on ${start}.`;
}

function earliestWords({ by, earliest, template, today }: ShapedPlan): string {
  if (by === "start") return `Start on ${dayText(earliest.startOn, today)}`;
  const day = dayText(earliest.endOn, today);
  return template.fixedDate ? `${template.fixedDate.title} on ${day}` : `End on ${day}`;
}

function dayOffWords(
  { askedOn, usedOn }: Extract<TemplateWarning, { code: "day_off" }>,
  { by, template, today }: ShapedPlan,
): string {
  const moved =
    by === "start" ? "it starts" : template.fixedDate ? `${template.fixedDate.title} is` : "it ends";
  return `${dayText(askedOn, today)} is a day off: ${moved} on ${dayText(usedOn, today)}.`;
}
