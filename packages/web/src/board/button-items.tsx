import { Button, Kbd, Menu, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { buttonsAt, buttonsQuery, type CardButton, pressButton, pressKey } from "../lib/buttons.ts";
import { useWorld } from "./board-context.ts";
import classes from "./selection-bar.module.css";

/** The buttons of the project for one card, in its menu. */
export function ButtonItems({ cardId }: { cardId: string }) {
  const { projectId } = useWorld();
  const client = useQueryClient();
  const { data = [] } = useQuery(buttonsQuery(projectId));
  const own = buttonsAt(data, "card");
  if (own.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Buttons</Menu.Label>
      {own.map((button, at) => (
        <Menu.Item
          key={button.id}
          rightSection={<KeyOf at={at} />}
          onClick={() => void pressButton(client, projectId, button, [cardId])}
        >
          {button.name}
        </Menu.Item>
      ))}
    </>
  );
}

function KeyOf({ at }: { at: number }) {
  const keys = pressKey(at);
  return keys === null ? null : <Kbd size="xs">{keys.toUpperCase()}</Kbd>;
}

const MOST_CARDS = 200;
/** So many stand beside each other; more would hide the board. */
const SIDE_BY_SIDE = 2;

interface SelectedButtonsProps {
  cardIds: string[];
  online: boolean;
  onPress: () => void;
}

/** Those for all cards that are selected. */
export function SelectedButtons({ cardIds, online, onPress }: SelectedButtonsProps) {
  const { projectId } = useWorld();
  const client = useQueryClient();
  const { data = [] } = useQuery(buttonsQuery(projectId));
  const ours = buttonsAt(data, "board");
  const isTooMany = cardIds.length > MOST_CARDS;
  const off = isTooMany ? { disabled: true, title: `With up to ${MOST_CARDS} cards` } : { disabled: !online };
  const press = (button: CardButton) => {
    onPress();
    void pressButton(client, projectId, button, cardIds);
  };
  if (ours.length > SIDE_BY_SIDE)
    return (
      <Menu position="top" width={260}>
        <Menu.Target>
          <Button size="compact-md" variant="default" {...off}>
            Buttons
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ours.map((button, at) => (
            <Menu.Item key={button.id} rightSection={<KeyOf at={at} />} onClick={() => press(button)}>
              {button.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    );
  return ours.map((button) => (
    <Button
      key={button.id}
      className={classes.named}
      size="compact-md"
      variant="default"
      title={button.name}
      {...off}
      onClick={() => press(button)}
    >
      <Text span truncate fw="inherit" fz="inherit">
        {button.name}
      </Text>
    </Button>
  ));
}
