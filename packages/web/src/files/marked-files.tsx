import { Button, CloseButton, Group, Text } from "@mantine/core";
import classes from "./project-files.module.css";

interface MarkedFilesProps {
  count: number;
  onMove: () => void;
  onDelete: () => void;
  onClear: () => void;
}

/** What can be done with the files that are selected together. */
export function MarkedFiles({ count, onMove, onDelete, onClear }: MarkedFilesProps) {
  return (
    <Group className={classes.bar} role="toolbar" aria-label="Selected files" gap={6} wrap="nowrap">
      <Text className={classes.count}>{count} selected</Text>
      <Button size="compact-md" onClick={onMove}>
        Move to…
      </Button>
      <Button size="compact-md" variant="default" onClick={onDelete}>
        Delete
      </Button>
      <CloseButton aria-label="Select none" onClick={onClear} />
    </Group>
  );
}
