import { Button, Group, Modal, NativeSelect, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Act, type ActCard, act, milestoneAct } from "../lib/card-acts.ts";
import { moveAcross, type Spot } from "../lib/card-moves.ts";
import { Form } from "../ui/form.tsx";
import { useWorld } from "./board-context.ts";
import type { BoardMoves } from "./board-moves.ts";
import { around, findCard } from "./lanes.ts";
import { backTo } from "./moves-together.ts";

const LATER = "later";

interface MoveDialogProps {
  cardId: string;
  moves: BoardMoves;
  onClose: () => void;
}

/** "Move to...": every place a drag can reach, and the milestone, without dragging. */
export function MoveDialog({ cardId, moves, onClose }: MoveDialogProps) {
  const world = useWorld();
  const client = useQueryClient();
  const found = findCard(world.columnLanes(), cardId);
  const [columnId, setColumnId] = useState(found?.lane.id ?? "");
  const [place, setPlace] = useState("stay");
  const [milestoneId, setMilestoneId] = useState(found?.card.milestoneId ?? "");
  if (!found) return null;
  const others =
    world
      .columnLanes()
      .find(({ id }) => id === columnId)
      ?.cards.filter(({ id }) => id !== cardId) ?? [];
  const index =
    place === "top" ? 0 : place === "bottom" ? others.length : others.findIndex(({ id }) => id === place) + 1;
  const move = () => {
    onClose();
    const card = { ...found.card, projectId: world.projectId };
    const stays = place === "stay" && columnId !== LATER;
    const isRegrouped = milestoneId !== (card.milestoneId ?? "");
    const change = milestoneAct(card, milestoneId || null);
    if (stays) return isRegrouped ? void act(client, change) : undefined;
    if (isRegrouped) return void across(card, change);
    if (columnId === LATER) return moves.toLater(cardId);
    return moves.toPlace(cardId, columnId, index);
  };
  /** Both as one act, with one way back. */
  const across = (card: ActCard, change: Act) => {
    const lane = world.columnLanes().find(({ id }) => id === columnId);
    const spot: Spot = lane
      ? { column: { id: lane.id, name: lane.name }, ...around(lane, index, cardId) }
      : { column: null };
    const step = { card, acts: [change], back: backTo(world, card, new Set([cardId])) };
    return moveAcross(client, [step], spot, `Moved to ${lane?.name ?? "Later"}`);
  };
  const columns = world.columns.map(({ id, name }) => ({ value: id, label: name }));
  const behind = others.map(({ id, title, number }) => ({
    value: id,
    label: `After ${world.projectKey}-${number} ${title}`,
  }));
  const milestones = [...world.milestones.values()].map(({ id, number, title }) => ({
    value: id,
    label: `M${number} ${title}`,
  }));
  return (
    <Modal opened onClose={onClose} title={`Move ${world.projectKey}-${found.card.number}`}>
      <Form onSend={move}>
        <Stack gap="sm">
          <NativeSelect
            label="Column"
            data={[...columns, { value: LATER, label: "Later list" }]}
            value={columnId}
            onChange={(event) => {
              setColumnId(event.currentTarget.value);
              setPlace(event.currentTarget.value === found.lane.id ? "stay" : "bottom");
            }}
            data-autofocus
          />
          {columnId === LATER ? null : (
            <NativeSelect
              label="Place"
              data={[
                ...(columnId === found.lane.id ? [{ value: "stay", label: "Where it is" }] : []),
                { value: "top", label: "Top" },
                { value: "bottom", label: "Bottom" },
                ...behind.slice(0, 500),
              ]}
              value={place}
              onChange={(event) => setPlace(event.currentTarget.value)}
            />
          )}
          <NativeSelect
            label="Milestone"
            data={[{ value: "", label: "No milestone" }, ...milestones]}
            value={milestoneId}
            onChange={(event) => setMilestoneId(event.currentTarget.value)}
          />
          <Group justify="flex-end">
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
