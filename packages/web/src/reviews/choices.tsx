import { useId } from "react";
import classes from "./review.module.css";

interface ChoicesProps<T extends string> {
  label: string;
  choices: readonly { value: T; label: string; key: string }[];
  value: T | null;
  disabled: boolean;
  onChoose: (value: T) => void;
}

/** One of a few, with the key that chooses it. */
export function Choices<T extends string>({ label, choices, value, disabled, onChoose }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.choices} disabled={disabled}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
          <span className={classes.key} aria-hidden="true">
            {choice.key.toUpperCase()}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
