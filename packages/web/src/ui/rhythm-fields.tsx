import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { CADENCES, type Rhythm } from "../lib/rhythm-words.ts";

interface RhythmFieldsProps {
  values: Rhythm;
  /** Whose clock it is. */
  clock: string;
  onChange: (change: Partial<Rhythm>) => void;
  error: (name: string) => string | undefined;
  /** What else is set beside it. */
  children?: ReactNode;
}

/** How often, from when and at what time; only what the chosen rhythm needs. */
export function RhythmFields({ values, clock, onChange, error, children }: RhythmFieldsProps) {
  const { cadence, everyDays, startsOn, at } = values;
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
          label="Days in between"
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
        label={`At (${clock})`}
        w={170}
        value={at}
        error={error("at")}
        onChange={({ currentTarget }) =>
          currentTarget.value ? onChange({ at: currentTarget.value.slice(0, 5) }) : undefined
        }
      />
      {children}
    </Group>
  );
}
