import { Button, Group, Modal, NativeSelect, NumberInput, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BoardColumn } from "../lib/board-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useWorld } from "./board-context.ts";
import { addColumn, CATEGORY_WORDS, type Category, changeColumn } from "./column-acts.ts";

const CATEGORIES = (["todo", "doing", "done"] as const).map((value) => ({
  value,
  label: CATEGORY_WORDS[value],
}));

/** Name, kind and limit of a new or an old column. */
export function ColumnForm({ column, onClose }: { column?: BoardColumn; onClose: () => void }) {
  const { projectId } = useWorld();
  const client = useQueryClient();
  const [name, setName] = useState(column?.name ?? "");
  const [category, setCategory] = useState<Category>(column?.category ?? "doing");
  const [limit, setLimit] = useState<number | string>(column?.wipLimit ?? "");
  const { submit, busy, problem, field } = useSubmit(async () => {
    const text = { name, category, wipLimit: typeof limit === "number" ? limit : null };
    if (column) await changeColumn(client, projectId, column, text);
    else await addColumn(client, projectId, text);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={column ? `Change ${column.name}` : "New column"}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={field("name")}
            required
            data-autofocus
          />
          <NativeSelect
            label="Work in it is"
            data={CATEGORIES}
            value={category}
            onChange={(event) =>
              setCategory(
                CATEGORIES.find(({ value }) => value === event.currentTarget.value)?.value ?? "doing",
              )
            }
          />
          <NumberInput
            label="Limit"
            description="More cards than this show a hint; nothing is refused."
            min={1}
            max={1000}
            value={limit}
            onChange={setLimit}
            error={field("wipLimit")}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {column ? "Save" : "Add column"}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
