import { Button, CloseButton, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { archiveAct, marksAct } from "../lib/card-acts.ts";
import { actTogether } from "../lib/card-acts-together.ts";
import { trashTogether } from "../lib/card-trash.ts";
import { type Key, useKeys } from "../lib/keyboard.ts";
import { type BoardWorld, useWorld } from "./board-context.ts";
import { focusCard, type UiStore, useUi, useUiStore } from "./board-ui.ts";
import { SelectedButtons } from "./button-items.tsx";
import { ManyDialog } from "./many-dialog.tsx";
import { clearMarked, markedCards } from "./marked.ts";
import { togetherTo } from "./moves-together.ts";
import { cellBeside, isCell } from "./rows.ts";
import classes from "./selection-bar.module.css";

/** What can be done with the cards that are selected together; the keys of one card mean all of them now. */
export function SelectionBar({ online }: { online: boolean }) {
  const ui = useUiStore();
  const world = useWorld();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cards = markedCards(
    world,
    useUi(({ marked }) => marked),
  );
  const leave = () => {
    setAsking(false);
    const { selected, selectedIn } = ui.get();
    if (selected) setTimeout(() => focusCard(selected, selectedIn), 0);
  };
  const archive = () => {
    clearMarked(ui);
    void actTogether(client, "Archived", cards.map(archiveAct));
  };
  const remove = () => {
    clearMarked(ui);
    void trashTogether(client, cards);
  };
  useKeys(
    "Selected cards",
    useMemo(() => keysOf({ ui, world, client, ask: () => setAsking(true) }), [ui, world, client]),
    { when: !asking && cards.length > 0 },
  );
  if (cards.length === 0) return null;
  return (
    <>
      <Group className={classes.bar} role="toolbar" aria-label="Selected cards" gap={6}>
        <Text className={classes.count}>{cards.length} selected</Text>
        <Button size="compact-md" disabled={!online} onClick={() => setAsking(true)}>
          Move or change
        </Button>
        <Button size="compact-md" variant="default" disabled={!online} onClick={archive}>
          Archive
        </Button>
        {world.creates ? (
          <SelectedButtons
            cardIds={cards.map(({ id }) => id)}
            online={online}
            onPress={() => clearMarked(ui)}
          />
        ) : null}
        {world.creates ? (
          <Button size="compact-md" variant="default" disabled={!online} onClick={remove}>
            Delete
          </Button>
        ) : null}
        <CloseButton aria-label="Select none" onClick={() => clearMarked(ui)} />
      </Group>
      {asking ? <ManyDialog cards={cards} onClose={leave} /> : null}
    </>
  );
}

interface At {
  ui: UiStore;
  world: BoardWorld;
  client: ReturnType<typeof useQueryClient>;
  ask: () => void;
}

const LABEL_KEYS = 9;

function keysOf({ ui, world, client, ask }: At): Key[] {
  const cards = () => markedCards(world, ui.get().marked);
  const add = (kind: "people" | "labels", id: string, said: string) => () => {
    const without = cards().filter((card) => !card[kind].includes(id));
    void actTogether(
      client,
      said,
      without.map((card) => marksAct(card, kind, { add: [id] })),
    );
  };
  const beside = (step: number) => () => {
    const lanes = world.lanes();
    const { selectedIn } = ui.get();
    const at = lanes.findIndex(({ id }) => id === selectedIn);
    const lane = lanes[at];
    const next =
      lane && isCell(lane) ? cellBeside(lanes, lane, step < 0 ? "left" : "right") : lanes[at + step];
    if (selectedIn && next) void togetherTo(client, { world, ui }, cards(), next.id);
  };
  return [
    { keys: "esc", label: "Select none", run: () => clearMarked(ui) },
    ...["s", "a", "l", "d", "v"].map((keys) => ({ keys, label: "Move or change", run: ask })),
    { keys: "m", label: "Assign to me", run: add("people", world.me, "Assigned") },
    { keys: "<", label: "Move to the left", run: beside(-1) },
    { keys: ">", label: "Move to the right", run: beside(1) },
    { keys: "shift+arrowleft", label: "Move to the left", run: beside(-1) },
    { keys: "shift+arrowright", label: "Move to the right", run: beside(1) },
    ...[...world.labels.values()].slice(0, LABEL_KEYS).map(({ id, name }, place) => ({
      keys: String(place + 1),
      label: `Label ${name}`,
      run: add("labels", id, "Labelled"),
    })),
  ];
}
