import { NumberInput } from "@mantine/core";

const MOST = 90;

interface SwitchDaysProps {
  label: string;
  days: number;
  onType: (days: number) => void;
  /** Enter, or on to something else. */
  onDone: () => void;
}

/** The one number in a sentence. */
export function SwitchDays({ label, days, onType, onDone }: SwitchDaysProps) {
  return (
    <NumberInput
      display="inline-block"
      w={64}
      size="xs"
      aria-label={label}
      min={1}
      max={MOST}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={days}
      onChange={(value) => typeof value === "number" && value >= 1 && onType(value)}
      onBlur={onDone}
      onKeyDown={({ key }) => key === "Enter" && onDone()}
    />
  );
}
