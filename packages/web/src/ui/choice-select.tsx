import { Select, type SelectProps, Text } from "@mantine/core";

export interface Choice<V extends string> {
  value: V;
  label: string;
  /** What it means, in a few words below its name. */
  means: string;
}

interface ChoiceSelectProps<V extends string>
  extends Pick<SelectProps, "label" | "aria-label" | "w" | "placeholder" | "clearable"> {
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
}

/** One of a few, each with what it means; the field itself stays short. */
export function ChoiceSelect<V extends string>({
  choices,
  value,
  onChange,
  clearable = false,
  ...props
}: ChoiceSelectProps<V>) {
  const choiceOf = (wanted: string | null) => choices.find((choice) => choice.value === wanted);
  return (
    <Select
      {...props}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      value={value}
      clearable={clearable}
      allowDeselect={false}
      comboboxProps={{ width: 240, position: "bottom-end" }}
      renderOption={({ option, checked }) => (
        <div>
          <Text size="sm" fw={checked ? 700 : 500}>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed">
            {choiceOf(option.value)?.means}
          </Text>
        </div>
      )}
      onChange={(next) => onChange(choiceOf(next)?.value ?? null)}
    />
  );
}
