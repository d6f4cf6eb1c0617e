import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import type { BoardCard } from "../lib/board-query.ts";
import { leftOutWords } from "../lib/card-content.ts";
import { takeBackCards } from "../lib/card-trash.ts";
import { takeIn } from "../lib/card-writes.ts";
import { offerUndo } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useWorld } from "./board-context.ts";
import { useUiStore } from "./board-ui.ts";

type Part = Shape<"CopyPart">;

/** A card like this one: says what comes along and what stays. */
export function CopyDialog({ card, onClose }: { card: BoardCard; onClose: () => void }) {
  const { projectId, projectKey, columns } = useWorld();
  const ui = useUiStore();
  const client = useQueryClient();
  const offered = partsOf(card);
  const [title, setTitle] = useState(card.title);
  const [columnId, setColumnId] = useState(card.columnId ?? "");
  const [parts, setParts] = useState<string[]>(
    offered.flatMap(({ value }) => (value === "comments" ? [] : [value])),
  );
  const { submit, busy, problem, field } = useSubmit(async () => {
    const wanted = offered.flatMap(({ value }) => (parts.includes(value) ? [value] : []));
    const made = await answer(
      api.POST("/api/v1/cards/{cardId}/copy", {
        params: { path: { cardId: card.id } },
        body: { title, parts: wanted, ...(columnId === "" ? {} : { columnId }) },
      }),
    );
    takeIn(client, made.card);
    ui.set({ selected: made.card.id, selectedIn: null });
    offerUndo(`Copied to ${made.card.ref}${leftOutWords(made.leftOut)}`, () =>
      takeBackCards(client, projectId, [made.card.id]),
    );
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Copy ${projectKey}-${card.number}`}>
      <Form onSend={() => void submit()}>
        <Stack gap="sm">
          <TextInput
            label="Title"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={field("title")}
            required
            data-autofocus
          />
          <NativeSelect
            label="Column"
            data={[
              ...(card.columnId === null ? [{ value: "", label: "Later list" }] : []),
              ...columns.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={columnId}
            onChange={(event) => setColumnId(event.currentTarget.value)}
          />
          <Checkbox.Group label="Copy" value={parts} onChange={setParts}>
            <Stack gap={6} mt={6}>
              {offered.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Text size="sm" c="dimmed">
            Title, text, milestone, priority, estimate and fields always come along. The copy begins open and
            is for the team only.
          </Text>
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Copy card
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

/** Only what this card has; of its links the board does not know. */
function partsOf(card: BoardCard): { value: Part; label: string }[] {
  const counted = (count: number, one: string, many: string) =>
    count === 1 ? `1 ${one}` : `${count} ${many}`;
  const { items, people, labels, files, comments } = card;
  const all: { value: Part; label: string; has: boolean }[] = [
    { value: "checklist", label: `Checklist, unticked (${counted(items, "line", "lines")})`, has: items > 0 },
    { value: "people", label: `People (${people.length})`, has: people.length > 0 },
    { value: "labels", label: `Labels (${labels.length})`, has: labels.length > 0 },
    { value: "dates", label: "Dates", has: card.startOn !== null || card.dueOn !== null },
    { value: "links", label: "Links", has: true },
    { value: "files", label: `Files (${files})`, has: files > 0 },
    {
      value: "comments",
      label: `What the team wrote (${counted(comments, "comment", "comments")})`,
      has: comments > 0,
    },
  ];
  return all.filter(({ has }) => has);
}
