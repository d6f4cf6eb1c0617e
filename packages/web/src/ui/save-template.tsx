import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Board, BoardCard } from "../lib/board-query.ts";
import { type CardContent, contentQuery } from "../lib/card-content.ts";
import { createTemplate } from "../lib/card-templates.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "./form.tsx";
import { Refusal } from "./refusal.tsx";
import { contentParts, onlyParts } from "./template-parts.ts";
import { Waiting } from "./waiting.tsx";

interface SaveTemplateProps {
  board: Board;
  card: Pick<BoardCard, "id" | "number" | "title">;
  onClose: () => void;
}

/** Keeps what a card holds for new ones: says what is taken and what is not. */
export function SaveTemplate({ board, card, onClose }: SaveTemplateProps) {
  const { data, error } = useQuery({
    ...contentQuery(board.project.id, card.id),
    // What others change on the card while this is open is not meant.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  // An opened card below has an Escape of its own, which this dialog holds back wherever the focus is.
  const keys = useMemo(() => [{ keys: "esc", label: "Close", run: onClose }], [onClose]);
  useKeys("Template", keys, { modal: true });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
      title={`Save ${board.project.key}-${card.number} as a template`}
    >
      {error ? <Refusal problem={error} /> : null}
      {data ? <TemplateOf board={board} content={data} onClose={onClose} /> : null}
      {data || error ? null : <Waiting rows={3} />}
    </Modal>
  );
}

interface TemplateOfProps {
  board: Board;
  content: CardContent;
  onClose: () => void;
}

function TemplateOf({ board, content, onClose }: TemplateOfProps) {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  // The dialog stands before it is known what the card holds.
  useEffect(() => input.current?.select(), []);
  const offered = contentParts(content, board);
  const [name, setName] = useState(content.title.slice(0, 120));
  // A template is for whoever takes the next one, and the days were this card's own.
  const [taken, setTaken] = useState<string[]>(
    offered.flatMap(({ value }) => (value === "people" || value === "due" ? [] : [value])),
  );
  const { submit, busy, problem, field } = useSubmit(async () => {
    await createTemplate(client, board.project.id, { name, content: onlyParts(content, new Set(taken)) });
    onClose();
  });
  return (
    <Form onSend={() => void submit()}>
      <Stack gap="sm">
        <TextInput
          ref={input}
          label="Name of the template"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={field("name")}
          maxLength={120}
          required
          data-autofocus
        />
        {offered.length > 0 ? (
          <Checkbox.Group label="Take with it" value={taken} onChange={setTaken}>
            <Stack gap={6} mt={6}>
              {offered.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
        <Text size="sm" c="dimmed">
          The title comes along. Files, comments, ticks, time and what the client sees stay with this card.
        </Text>
        <Refusal problem={field("name") ? null : problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={name.trim() === ""}>
            Save template
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
