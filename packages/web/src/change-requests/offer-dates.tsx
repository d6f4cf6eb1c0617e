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

type Moved = EffectPreview["milestones"][number];

/** What the forecast says, and the dates that go out with the offer: one may promise another day. */
export function OfferDates({ effect, targets, onChange }: OfferDatesProps) {
  const promised = new Set(effect.targets.map(({ milestoneId }) => milestoneId));
  const others = effect.milestones.filter(
    ({ milestoneId, days }) => days !== 0 && !promised.has(milestoneId),
  );
  return (
    <Stack gap="xs" role="group" aria-label="Effect on dates">
      {effect.targets.length + others.length === 0 ? (
        <Text size="sm">No safe date moves by a day.</Text>
      ) : null}
      {effect.targets.map(({ milestoneId, title, before, after }) => (
        <TextInput
          key={milestoneId}
          type="date"
          styles={{ wrapper: { maxWidth: 220 } }}
          required
          label={`New date of ${title}`}
          description={`Now ${dayText(before)}. ${safeText(effect.milestones.find((one) => one.milestoneId === milestoneId))}`}
          value={targets[milestoneId] ?? after}
          onChange={({ currentTarget }) => onChange({ ...targets, [milestoneId]: currentTarget.value })}
        />
      ))}
      {others.map((one) => (
        <Text key={one.milestoneId} size="sm">
          {`${one.title}: ${safeText(one)}`}
        </Text>
      ))}
    </Stack>
  );
}

/** A date that only follows another one has no safe date of its own to tell. */
function safeText(moved: Moved | undefined): string {
  if (!moved) return "It follows the one before.";
  const { safe, days } = moved;
  const by = days < 0 ? `${counted(-days, "working day")} earlier` : `${counted(days, "working day")} later`;
  return `Safe by ${dayText(safe.before)} → ${dayText(safe.after)}, ${by}.`;
}
