import { Button, Menu, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { buttonsQuery, type CardButton, pressButton } from "../lib/buttons.ts";
import { useWorld } from "./board-context.ts";
import classes from "./selection-bar.module.css";

/** The buttons of the project for one card, in its menu. */
export function ButtonItems({ cardId }: { cardId: string }) {
  const { projectId } = useWorld();
  const client = useQueryClient();
  const { data = [] } = useQuery(buttonsQuery(projectId));
  const own = data.filter(({ place }) => place === "card");
  if (own.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      {own.map((button) => (
        <Menu.Item key={button.id} onClick={() => void pressButton(client, projectId, button, [cardId])}>
          {button.name}
        </Menu.Item>
      ))}
    </>
  );
}

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
  const ours = data.filter(({ place }) => place === "board");
  const press = (button: CardButton) => {
    onPress();
    void pressButton(client, projectId, button, cardIds);
  };
  if (ours.length > SIDE_BY_SIDE)
    return (
      <Menu position="top" width={260}>
        <Menu.Target>
          <Button size="compact-md" variant="default" disabled={!online}>
            Buttons
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ours.map((button) => (
            <Menu.Item key={button.id} onClick={() => press(button)}>
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
      disabled={!online}
      title={button.name}
      onClick={() => press(button)}
    >
      <Text span truncate>
        {button.name}
      </Text>
    </Button>
  ));
}
