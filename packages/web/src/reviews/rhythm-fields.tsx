import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import { todayIn } from "../lib/dates.ts";
import type { SeriesFields } from "./cadence.api.ts";
import { CADENCES, onWeekday, WEEKDAYS, weekdayOf, withCadence } from "./cadence-words.ts";

interface RhythmFieldsProps {
  values: SeriesFields;
  zone: string;
  onChange: (change: Partial<SeriesFields>) => void;
  error: (name: string) => string | undefined;
}

/** How often, on which day and at what time; only what the chosen rhythm needs. */
export function RhythmFields({ values, zone, onChange, error }: RhythmFieldsProps) {
  const { cadence, everyDays, startsOn, at } = values;
  const byWeek = cadence === "weekly" || cadence === "fortnightly";
  return (
    <Group align="flex-start" gap="md">
      <Select
        label="How often"
        allowDeselect={false}
        w={240}
        data={CADENCES.map(({ value, label }) => ({ value, label }))}
        value={cadence}
        onChange={(value) => {
          const wanted = CADENCES.find((one) => one.value === value)?.value;
          if (wanted) onChange(withCadence(values, wanted));
        }}
      />
      {cadence === "days" ? (
        <NumberInput
          label="Days between two reviews"
          min={1}
          max={366}
          allowDecimal={false}
          clampBehavior="strict"
          w={190}
          value={everyDays ?? ""}
          error={error("everyDays")}
          onChange={(days) => onChange({ everyDays: typeof days === "number" && days >= 1 ? days : 1 })}
        />
      ) : null}
      {byWeek ? (
        <Select
          label="On"
          allowDeselect={false}
          w={160}
          data={WEEKDAYS}
          value={WEEKDAYS[weekdayOf(startsOn)] ?? null}
          onChange={(day) =>
            onChange({ startsOn: onWeekday(later(startsOn, todayIn(zone)), WEEKDAYS.indexOf(day ?? "")) })
          }
        />
      ) : null}
      {cadence === "weekly" || cadence === "milestone" ? null : (
        <TextInput
          type="date"
          label={cadence === "monthly" ? "On the day of this date" : "First review"}
          w={190}
          value={startsOn}
          error={error("startsOn")}
          onChange={({ currentTarget }) =>
            currentTarget.value ? onChange({ startsOn: currentTarget.value }) : undefined
          }
        />
      )}
      <TextInput
        type="time"
        label={`At (${zone})`}
        w={190}
        value={at}
        error={error("at")}
        onChange={({ currentTarget }) =>
          currentTarget.value ? onChange({ at: currentTarget.value.slice(0, 5) }) : undefined
        }
      />
    </Group>
  );
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
