import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import { CADENCES } from "./rhythm-words.ts";
import type { Rhythm } from "./routines.api.ts";

interface RhythmFieldsProps {
  values: Rhythm;
  zone: string;
  onChange: (change: Partial<Rhythm>) => void;
  error: (name: string) => string | undefined;
}

/** How often, from when and at what time; only what the chosen rhythm needs. */
export function RhythmFields({ values, zone, onChange, error }: RhythmFieldsProps) {
  const { cadence, everyDays, startsOn, at, endsOn } = values;
  return (
    <Group align="flex-start" gap="md">
      <Select
        label="How often"
        allowDeselect={false}
        w={200}
        data={CADENCES.map(({ value, label }) => ({ value, label }))}
        value={cadence}
        onChange={(value) => {
          const wanted = CADENCES.find((one) => one.value === value)?.value;
          if (wanted) onChange({ cadence: wanted, everyDays: wanted === "days" ? (everyDays ?? 10) : null });
        }}
      />
      {cadence === "days" ? (
        <NumberInput
          label="Days between two cards"
          min={1}
          max={366}
          allowDecimal={false}
          clampBehavior="strict"
          w={180}
          value={everyDays ?? ""}
          error={error("everyDays")}
          onChange={(days) => onChange({ everyDays: typeof days === "number" && days >= 1 ? days : 1 })}
        />
      ) : null}
      <TextInput
        type="date"
        label="First day"
        w={170}
        value={startsOn}
        error={error("startsOn")}
        onChange={({ currentTarget }) =>
          currentTarget.value ? onChange({ startsOn: currentTarget.value }) : undefined
        }
      />
      <TextInput
        type="time"
        label={`At (${zone})`}
        w={170}
        value={at}
        error={error("at")}
        onChange={({ currentTarget }) =>
          currentTarget.value ? onChange({ at: currentTarget.value.slice(0, 5) }) : undefined
        }
      />
      <TextInput
        type="date"
        label="Last day, if any"
        w={170}
        value={endsOn ?? ""}
        error={error("endsOn")}
        onChange={({ currentTarget }) => onChange({ endsOn: currentTarget.value || null })}
      />
    </Group>
  );
}
