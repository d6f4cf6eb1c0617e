import { Button, Checkbox, Group, Modal, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { type BoardCard, type BoardColumn, boardQuery } from "../lib/board-query.ts";
import { COPY_WORDS, type CopyPart, withoutWords } from "../lib/copy-words.ts";
import { offerUndo } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useWorld } from "./board-context.ts";

/** A column like this one: says what of it and of its cards comes along. */
export function ColumnCopy({ column, onClose }: { column: BoardColumn; onClose: () => void }) {
  const { projectId } = useWorld();
  const cards = useColumnCards(column.id);
  const client = useQueryClient();
  const offered = partsOf(cards);
  const [name, setName] = useState(`${column.name.slice(0, 75)} copy`);
  const [limit, setLimit] = useState<number | string>(column.wipLimit ?? "");
  const [withCards, setWithCards] = useState(cards.length > 0);
  const [parts, setParts] = useState<string[]>(offered.filter((part) => part !== "comments"));
  const { submit, busy, problem, field } = useSubmit(async () => {
    const path = { columnId: column.id };
    const wanted = offered.filter((part) => parts.includes(part));
    const body = {
      name,
      wipLimit: typeof limit === "number" ? limit : null,
      ...(withCards ? { cards: wanted } : {}),
    };
    const made = await answer(api.POST("/api/v1/columns/{columnId}/copy", { params: { path }, body }));
    const { queryKey } = boardQuery(projectId);
    await client.invalidateQueries({ queryKey });
    offerUndo(`Copied to ${name}${withoutWords(made.leftOut)}`, async () => {
      const copy = { columnId: made.column.id };
      await answer(api.POST("/api/v1/columns/{columnId}/undo-copy", { params: { path: copy } }));
      await client.invalidateQueries({ queryKey });
    });
    onClose();
    requestAnimationFrame(() => document.getElementById(`menu-${made.column.id}`)?.focus());
  });
  return (
    <Modal opened onClose={onClose} title={`Copy ${column.name}`}>
      <Form onSend={() => void submit()}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onFocus={({ currentTarget }) => currentTarget.select()}
            error={field("name")}
            maxLength={80}
            required
            data-autofocus
          />
          <NumberInput
            label="Limit"
            min={1}
            max={1000}
            value={limit}
            onChange={setLimit}
            error={field("wipLimit")}
          />
          {cards.length > 0 ? (
            <Checkbox
              label={cards.length === 1 ? "With its card" : `With its ${cards.length} cards`}
              checked={withCards}
              onChange={({ currentTarget }) => setWithCards(currentTarget.checked)}
            />
          ) : null}
          {withCards ? (
            <Checkbox.Group label="Copy of each card" value={parts} onChange={setParts}>
              <Stack gap={6} mt={6}>
                {offered.map((part) => (
                  <Checkbox key={part} value={part} label={COPY_WORDS[part]} />
                ))}
              </Stack>
            </Checkbox.Group>
          ) : null}
          <Text size="sm" c="dimmed">
            {withCards
              ? "Title, text, milestone, priority, estimate and fields always come along. The copies begin open and are for the team only. Archived cards, history and worked time stay."
              : "The column comes with its kind and without cards."}
          </Text>
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Copy column
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

/** All of them, also those that a filter hides. */
function useColumnCards(columnId: string): readonly BoardCard[] {
  const { projectId } = useWorld();
  const board = useQueryClient().getQueryData(boardQuery(projectId).queryKey);
  return board?.cards.filter((card) => card.columnId === columnId) ?? [];
}

/** Only what these cards have; of their links the board does not know. */
function partsOf(cards: readonly BoardCard[]): CopyPart[] {
  const some: Record<CopyPart, (card: BoardCard) => boolean> = {
    checklist: ({ items }) => items > 0,
    people: ({ people }) => people.length > 0,
    labels: ({ labels }) => labels.length > 0,
    dates: ({ startOn, dueOn }) => startOn !== null || dueOn !== null,
    links: () => true,
    files: ({ files }) => files > 0,
    comments: ({ comments }) => comments > 0,
  };
  // The table above names every part.
  return (Object.keys(some) as CopyPart[]).filter((part) => cards.some(some[part]));
}
