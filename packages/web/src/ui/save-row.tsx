import { Button, Group } from "@mantine/core";

interface SaveRowProps {
  busy: boolean;
  /** What is typed can be saved. */
  ready: boolean;
  /** Lets go of what was typed; `null` where there is nothing to let go of. */
  onCancel: (() => void) | null;
}

/** The last row of a form that stands in the page. */
export function SaveRow({ busy, ready, onCancel }: SaveRowProps) {
  return (
    <Group gap="xs">
      <Button type="submit" loading={busy} disabled={!ready}>
        Save
      </Button>
      {onCancel ? (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </Group>
  );
}
