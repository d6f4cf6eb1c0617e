import { Button, Group, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { buttonsAt, buttonsQuery, type CardButton, pressButton, pressKeys } from "../lib/buttons.ts";
import { keyWords, steps } from "../lib/key-match.ts";
import type { Key } from "../lib/keyboard.ts";
import { useIsGuest } from "../lib/session.ts";
import { useSubmit } from "../lib/use-submit.ts";

interface CardButtonsProps {
  projectId: string;
  cardId: string;
}

/** What the project often does with a card, each with one press. */
export function CardButtons({ projectId, cardId }: CardButtonsProps) {
  const client = useQueryClient();
  const buttons = useOwnButtons(projectId);
  const { submit, busy } = useSubmit((button: CardButton) =>
    pressButton(client, projectId, button, [cardId]),
  );
  if (buttons.length === 0) return null;
  const keys = pressKeys(buttons, () => undefined);
  return (
    <Group role="group" aria-label="Buttons" gap="xs">
      {buttons.map((button, at) => (
        <Button
          key={button.id}
          size="compact-md"
          variant="light"
          maw="100%"
          title={titleOf(button, keys[at])}
          aria-disabled={busy}
          onClick={() => void submit(button)}
        >
          <Text span truncate fw="inherit" fz="inherit">
            {button.name}
          </Text>
        </Button>
      ))}
    </Group>
  );
}

function titleOf({ name }: CardButton, key: Key | undefined): string {
  return key ? `${name} (${steps(key.keys).flatMap(keyWords).join(" ")})` : name;
}

/** The same by keyboard, for the keys of an opened card. */
export function useCardButtonKeys(projectId: string, cardId: string | undefined): readonly Key[] {
  const client = useQueryClient();
  const buttons = useOwnButtons(projectId);
  return useMemo(
    () =>
      cardId === undefined
        ? []
        : pressKeys(buttons, (button) => void pressButton(client, projectId, button, [cardId])),
    [buttons, client, projectId, cardId],
  );
}

const NONE: readonly CardButton[] = [];

function useOwnButtons(projectId: string): readonly CardButton[] {
  const isGuest = useIsGuest();
  const { data = NONE } = useQuery({ ...buttonsQuery(projectId), enabled: !isGuest });
  return useMemo(() => buttonsAt(data, "card"), [data]);
}
