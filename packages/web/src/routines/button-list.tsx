import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useMemo } from "react";
import type { Board } from "../lib/board-query.ts";
import { buttonsQuery, type CardButton } from "../lib/buttons.ts";
import { useManages } from "../lib/current-project.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { ButtonForm } from "./button-form.tsx";
import {
  type ButtonFields,
  changeButton,
  createButton,
  fieldsOf,
  removeButton,
  shiftButton,
} from "./buttons.api.ts";
import { PLACES, stepsWords } from "./step-words.ts";

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
        <ButtonItem key={button.id} board={board} buttons={data} button={button} mayChange={mayChange} />
      ))}
      {data.length === 0 && !adding.isOpen && !error ? (
        <Text>
          Such as “Hand over”: assign Ana, due in 2 working days, move to Review.
          {mayChange ? null : " Who leads the project makes them; everybody on it presses them."}
        </Text>
      ) : null}
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
  /** All of the project, in their order. */
  buttons: readonly CardButton[];
  button: CardButton;
  mayChange: boolean;
}

function ButtonItem({ board, buttons, button, mayChange }: ButtonItemProps) {
  const client = useQueryClient();
  const projectId = board.project.id;
  const draft = `button.${button.id}`;
  const editing = useInPlace(hasFormDraft(draft));
  const there = useMemo(() => fieldsOf(button), [button]);
  if (editing.isOpen)
    return (
      <ButtonForm
        board={board}
        there={there}
        draft={draft}
        onSave={(wanted) => changeButton(client, projectId, button, wanted)}
        onClose={editing.close}
      />
    );
  return (
    <Paper withBorder p="sm" style={{ overflowWrap: "anywhere" }}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600} flex="1 1 12rem" miw={0}>
          {button.name}
        </Text>
        {mayChange ? (
          <Group gap="xs" wrap="nowrap">
            <Shift projectId={projectId} buttons={buttons} button={button} />
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
              onClick={() => void removeButton(client, projectId, buttons, button).catch(sayProblem)}
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

type ShiftProps = Pick<ButtonItemProps, "buttons" | "button"> & { projectId: string };

/** Its place among the others: the order of menus and of the keys. */
function Shift({ projectId, buttons, button }: ShiftProps) {
  const client = useQueryClient();
  const at = buttons.indexOf(button);
  const ways = [
    { by: -1, word: "up", Icon: IconArrowUp },
    { by: 1, word: "down", Icon: IconArrowDown },
  ] as const;
  return ways.map(({ by, word, Icon }) => {
    const isEnd = !buttons[at + by];
    return (
      <ActionIcon
        key={word}
        variant="subtle"
        color="gray"
        aria-label={`Move ${button.name} ${word}`}
        // Not disabled: the focus would be lost at the end of the way.
        aria-disabled={isEnd}
        data-disabled={isEnd}
        onClick={() =>
          isEnd || void shiftButton(client, projectId, buttons, { button, by }).catch(sayProblem)
        }
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    );
  });
}
