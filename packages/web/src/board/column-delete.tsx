import { Button, Group, Modal, NativeSelect, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BoardColumn } from "../lib/board-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { useWorld } from "./board-context.ts";
import { deleteColumn } from "./column-acts.ts";

/** Deleting a column asks where its cards go. */
export function ColumnDelete({ column, onClose }: { column: BoardColumn; onClose: () => void }) {
  const { projectId, columns, columnLanes } = useWorld();
  const client = useQueryClient();
  const count = columnLanes().find(({ id }) => id === column.id)?.total ?? 0;
  const others = columns.filter(({ id }) => id !== column.id);
  const [moveTo, setMoveTo] = useState(others[0]?.id ?? "");
  const { submit, busy, problem } = useSubmit(async () => {
    await deleteColumn(client, projectId, column.id, count > 0 ? moveTo : null);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Delete ${column.name}?`}>
      <Stack gap="sm">
        {count > 0 ? (
          <NativeSelect
            label={`Where do its ${count} cards go?`}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={moveTo}
            onChange={(event) => setMoveTo(event.currentTarget.value)}
          />
        ) : (
          <Text>It is empty.</Text>
        )}
        <Text size="sm" c="dimmed">
          A deleted column cannot be brought back; its cards are kept.
        </Text>
        <Refusal problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color="red" onClick={() => void submit()} loading={busy}>
            Delete column
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
