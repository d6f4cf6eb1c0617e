import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import type { Board } from "../lib/board-query.ts";
import { buttonsQuery, type CardButton } from "../lib/buttons.ts";
import { useManages } from "../lib/current-project.ts";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { type ButtonFields, changeButton, createButton, fieldsOf, removeButton } from "./buttons.api.ts";
import { StepFields } from "./step-fields.tsx";
import { stepsWords } from "./step-words.ts";

const PLACES = [
  { value: "card", label: "In the menu of each card" },
  { value: "board", label: "For the cards that are selected" },
] as const;

const NEW: ButtonFields = { place: "card", name: "", steps: [{ do: "assign", personId: null }] };

/** Several acts on a card in one, as this project does them often. */
export function ButtonList({ board }: { board: Board }) {
  const projectId = board.project.id;
  const client = useQueryClient();
  const mayChange = useManages();
  const id = useId();
  const { data = [], error } = useQuery(buttonsQuery(projectId));
  const draft = `button.new.${projectId}`;
  const adding = useInPlace(hasFormDraft(draft));
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <div>
        <Title order={2} id={id} mt="xl">
          Buttons
        </Title>
        <Text c="dimmed">
          One press does several steps with a card, as whoever presses, and one undo takes them back.
        </Text>
      </div>
      <Refusal problem={error} />
      {data.map((button) => (
        <ButtonItem key={button.id} board={board} button={button} mayChange={mayChange} />
      ))}
      {adding.isOpen ? (
        <ButtonForm
          board={board}
          there={NEW}
          draft={draft}
          onSave={(wanted) => createButton(client, projectId, wanted)}
          onClose={adding.close}
        />
      ) : mayChange ? (
        <Group>
          <Button variant="default" autoFocus={adding.hasReturned} onClick={adding.open}>
            Add a button
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

interface ButtonItemProps {
  board: Board;
  button: CardButton;
  mayChange: boolean;
}

function ButtonItem({ board, button, mayChange }: ButtonItemProps) {
  const client = useQueryClient();
  const projectId = board.project.id;
  const draft = `button.${button.id}`;
  const editing = useInPlace(hasFormDraft(draft));
  if (editing.isOpen)
    return (
      <ButtonForm
        board={board}
        there={fieldsOf(button)}
        draft={draft}
        onSave={(wanted) => changeButton(client, projectId, button, wanted)}
        onClose={editing.close}
      />
    );
  return (
    <Paper withBorder p="sm" style={{ overflowWrap: "anywhere" }}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Text fw={600} flex="1 1 0" miw={0}>
          {button.name}
        </Text>
        {mayChange ? (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Edit ${button.name}`}
              autoFocus={editing.hasReturned}
              onClick={editing.open}
            >
              Edit
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Remove ${button.name}`}
              onClick={() => void removeButton(client, projectId, button).catch(sayProblem)}
            >
              Remove
            </Button>
          </Group>
        ) : null}
      </Group>
      <Text size="sm">{stepsWords(button.steps, board)}</Text>
      <Text size="sm" c="dimmed">
        {PLACES.find(({ value }) => value === button.place)?.label}
      </Text>
    </Paper>
  );
}

interface ButtonFormProps {
  board: Board;
  there: ButtonFields;
  draft: string;
  onSave: (wanted: ButtonFields) => Promise<void>;
  onClose: () => void;
}

function ButtonForm({ board, there, draft, onSave, onClose }: ButtonFormProps) {
  const { values, set, clear } = useFormDraft(draft, there);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onSave(values);
    leave();
  });
  return (
    <Paper component="section" withBorder p="md" aria-label={there.name || "New button"}>
      <Form onSend={submit} onCancel={onClose}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            maxLength={60}
            data-autofocus
            value={values.name}
            onChange={({ currentTarget: { value } }) => set({ name: value })}
            error={field("name")}
          />
          <NativeSelect
            label="Where"
            data={PLACES}
            value={values.place}
            onChange={({ currentTarget: { value } }) => set({ place: value === "board" ? "board" : "card" })}
          />
          <StepFields board={board} steps={values.steps} onChange={(steps) => set({ steps })} />
          <Refusal problem={problem} />
          <SaveRow busy={busy} ready={values.name.trim() !== ""} onCancel={leave} />
        </Stack>
      </Form>
    </Paper>
  );
}
