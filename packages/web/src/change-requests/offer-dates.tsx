import { Stack, Text, TextInput } from "@mantine/core";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import type { EffectPreview } from "./change-requests.api.ts";

interface OfferDatesProps {
  effect: EffectPreview;
  /** The promised dates as they will be offered, by milestone. */
  targets: Readonly<Record<string, string>>;
  onChange: (targets: Record<string, string>) => void;
}

/** What the forecast says, and the dates that go out with the offer: one may promise another day. */
export function OfferDates({ effect, targets, onChange }: OfferDatesProps) {
  const moved = effect.milestones.filter(({ days }) => days !== 0);
  return (
    <Stack gap="xs" role="group" aria-label="Effect on dates">
      {moved.length === 0 ? <Text size="sm">No safe date moves by a day.</Text> : null}
      {moved.map(({ milestoneId, title, safe, days }) => (
        <Text key={milestoneId} size="sm">
          {`${title}: safe by ${dayText(safe.before)} → ${dayText(safe.after)} (${daysText(days)})`}
        </Text>
      ))}
      {effect.targets.map(({ milestoneId, title, before, after, days }) => (
        <TextInput
          key={milestoneId}
          type="date"
          maw={320}
          required
          label={`New date of ${title}`}
          description={
            (targets[milestoneId] ?? after) === after
              ? `Now ${dayText(before)}. As safe as before ${daysText(days)} later.`
              : `Now ${dayText(before)}. As safe as before by ${dayText(after)}.`
          }
          value={targets[milestoneId] ?? after}
          onChange={({ currentTarget }) => onChange({ ...targets, [milestoneId]: currentTarget.value })}
        />
      ))}
    </Stack>
  );
}

function daysText(days: number): string {
  return days < 0 ? `${counted(-days, "working day")} earlier` : counted(days, "working day");
}
