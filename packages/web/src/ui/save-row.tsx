import { Button, Group } from "@mantine/core";

interface SaveRowProps {
  /** The word on its button. */
  action?: string;
  busy: boolean;
  /** What is typed can be saved. */
  ready: boolean;
  /** Lets go of what was typed; `null` where there is nothing to let go of. */
  onCancel: (() => void) | null;
}

/** The last row of a form that stands in the page. */
export function SaveRow({ action = "Save", busy, ready, onCancel }: SaveRowProps) {
  return (
    <Group gap="xs">
      <Button type="submit" loading={busy} disabled={!ready}>
        {action}
      </Button>
      {onCancel ? (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </Group>
  );
}
