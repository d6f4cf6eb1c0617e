import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BoardCard } from "../../lib/board-query.ts";
import { Form } from "../../ui/form.tsx";
import { useWorld } from "../board-context.ts";
import { moveToDay } from "./calendar-acts.ts";

/** "Move to day...": what a drag does, without dragging. */
export function DayDialog({ card, onClose }: { card: BoardCard; onClose: () => void }) {
  const { projectId, projectKey } = useWorld();
  const client = useQueryClient();
  const [day, setDay] = useState(card.dueOn ?? "");
  const move = (to: string | null) => {
    onClose();
    void moveToDay(client, projectId, card, to);
  };
  return (
    <Modal opened onClose={onClose} title={`Move ${projectKey}-${card.number} to a day`} returnFocus={false}>
      <Form onSend={() => move(day || null)}>
        <Stack gap="sm">
          <TextInput
            type="date"
            label="Due"
            description={card.startOn ? "Its start goes along." : undefined}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            {card.dueOn ? (
              <Button variant="default" onClick={() => move(null)}>
                Without date
              </Button>
            ) : null}
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Move</Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
