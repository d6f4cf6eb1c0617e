import type { Chip } from "../lib/quick-add.ts";
import classes from "./composer.module.css";

interface OfferedProps {
  id: string;
  chips: readonly Chip[];
  at: number;
  onTake: (index: number) => void;
}

/** What the word being typed may name. */
export function Offered({ id, chips, at, onTake }: OfferedProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className={classes.offered}
      hidden={chips.length === 0}
    >
      {chips.map((chip, index) => (
        <div
          key={`${chip.kind}-${chip.shown}-${chip.text}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={classes.option}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(index);
          }}
        >
          {chip.kind === "newLabel" ? `New label “${chip.shown}”` : chip.shown}
        </div>
      ))}
    </div>
  );
}
