import { Button } from "@mantine/core";
import type { InPlace } from "../ui/in-place.ts";
import classes from "./template.module.css";

interface SheetActionsProps {
  /** What the sheet is about. */
  name: string;
  editing: InPlace;
  onRemove: () => unknown;
}

/** The buttons of one part of a template that can be changed. */
export function SheetActions({ name, editing, onRemove }: SheetActionsProps) {
  return (
    <div className={classes.edit}>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Edit ${name}`}
        autoFocus={editing.hasReturned}
        onClick={editing.open}
      >
        Edit
      </Button>
      <Button size="compact-sm" variant="default" aria-label={`Remove ${name}`} onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}
