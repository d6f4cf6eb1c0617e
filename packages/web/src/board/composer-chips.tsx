import { IconX } from "@tabler/icons-react";
import { dayText } from "../lib/dates.ts";
import type { Chip } from "../lib/quick-add.ts";
import classes from "./composer.module.css";

const SIGNS: Record<Chip["kind"], string> = {
  person: "@",
  label: "#",
  newLabel: "New label #",
  milestone: "◆ ",
  priority: "! ",
  estimate: "~",
  due: "Due ",
};

/** What the words of a new card were understood as. */
export function ComposerChips({
  chips,
  onRemove,
}: {
  chips: readonly Chip[];
  onRemove: (chip: Chip) => void;
}) {
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Understood">
      {chips.map((chip) => (
        <li key={`${chip.kind}-${chip.text}`} className={classes.chip}>
          {SIGNS[chip.kind]}
          {chip.kind === "due" ? dayText(chip.day) : chip.shown}
          <button type="button" aria-label={`Remove ${chip.shown}`} onClick={() => onRemove(chip)}>
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
