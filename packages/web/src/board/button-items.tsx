import { Button, Menu } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { buttonsQuery, pressButton } from "../lib/buttons.ts";
import { useWorld } from "./board-context.ts";

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
  return data
    .filter(({ place }) => place === "board")
    .map((button) => (
      <Button
        key={button.id}
        size="compact-md"
        variant="default"
        disabled={!online}
        onClick={() => {
          onPress();
          void pressButton(client, projectId, button, cardIds);
        }}
      >
        {button.name}
      </Button>
    ));
}
