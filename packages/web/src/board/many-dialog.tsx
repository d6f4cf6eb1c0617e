import { Button, Group, Modal, MultiSelect, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type Act,
  type ActCard,
  datesAct,
  estimateAct,
  marksAct,
  milestoneAct,
  priorityAct,
} from "../lib/card-acts.ts";
import { actTogether, type Offer, withCount } from "../lib/card-acts-together.ts";
import { minutesOf } from "../lib/minutes.ts";
import { offerUndo } from "../lib/undo.tsx";
import { Form } from "../ui/form.tsx";
import { useWorld } from "./board-context.ts";
import { useUiStore } from "./board-ui.ts";
import { togetherTo } from "./moves-together.ts";

const KEEP = "";
const NONE = "none";
const LATER = "later";
const PRIORITIES = ["None", "Low", "Medium", "High"].map((label, value) => ({ label, value: String(value) }));

interface Change {
  columnId: string;
  milestoneId: string;
  people: string[];
  notPeople: string[];
  labels: string[];
  notLabels: string[];
  dueOn: string;
  priority: string;
  estimate: string;
}

const NOTHING: Change = {
  columnId: KEEP,
  milestoneId: KEEP,
  people: [],
  notPeople: [],
  labels: [],
  notLabels: [],
  dueOn: "",
  priority: KEEP,
  estimate: "",
};

/** One change for several cards; what is left empty stays as it is on each of them. */
export function ManyDialog({ cards, onClose }: { cards: readonly ActCard[]; onClose: () => void }) {
  const world = useWorld();
  const ui = useUiStore();
  const client = useQueryClient();
  const [change, setChange] = useState(NOTHING);
  const [odd, setOdd] = useState(false);
  const set = (part: Partial<Change>) => setChange((before) => ({ ...before, ...part }));
  const send = async () => {
    if (change.estimate && minutesOf(change.estimate) === null) return setOdd(true);
    onClose();
    const ways: { said: string; undo: () => Promise<unknown> }[] = [];
    const keep: Offer = (said, undo) => void ways.unshift({ said, undo });
    const acts = cards.flatMap((card) => actsOf(card, change));
    if (acts.length > 0) await actTogether(client, "Changed", acts, keep);
    const { columnId } = change;
    if (columnId !== KEEP)
      await togetherTo(client, { world, ui }, cards, columnId === LATER ? null : columnId, null, keep);
    const [last, ...others] = ways;
    if (last)
      offerUndo(others.length > 0 ? withCount("Changed", cards.length) : last.said, async () => {
        for (const { undo } of ways) await undo();
      });
  };
  const named = (list: Iterable<{ id: string; name: string }>) =>
    [...list].map(({ id, name }) => ({ value: id, label: name }));
  const people = named(world.people.values());
  const labels = named(world.labels.values());
  const milestones = [...world.milestones.values()].map(({ id, number, title }) => ({
    value: id,
    label: `M${number} ${title}`,
  }));
  const keep = { value: KEEP, label: "Leave as it is" };
  const many = (label: string, data: typeof people, key: "people" | "notPeople" | "labels" | "notLabels") => (
    <MultiSelect
      label={label}
      data={data}
      value={change[key]}
      onChange={(ids) => set({ [key]: ids })}
      searchable
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Change ${cards.length === 1 ? "1 card" : `${cards.length} cards`}`}
    >
      <Form onSend={() => void send()}>
        <Stack gap="sm">
          <NativeSelect
            label="Column"
            data={[keep, ...named(world.columns), { value: LATER, label: "Later list" }]}
            value={change.columnId}
            onChange={(event) => set({ columnId: event.currentTarget.value })}
            data-autofocus
          />
          <NativeSelect
            label="Milestone"
            data={[keep, { value: NONE, label: "No milestone" }, ...milestones]}
            value={change.milestoneId}
            onChange={(event) => set({ milestoneId: event.currentTarget.value })}
          />
          {many("Assign", people, "people")}
          {many("Unassign", people, "notPeople")}
          {labels.length > 0 ? many("Add labels", labels, "labels") : null}
          {labels.length > 0 ? many("Remove labels", labels, "notLabels") : null}
          <TextInput
            type="date"
            label="Due"
            value={change.dueOn}
            onChange={(event) => set({ dueOn: event.currentTarget.value })}
          />
          <NativeSelect
            label="Priority"
            data={[keep, ...PRIORITIES]}
            value={change.priority}
            onChange={(event) => set({ priority: event.currentTarget.value })}
          />
          <TextInput
            label="Estimate"
            placeholder="4h, 30m or 2d"
            value={change.estimate}
            error={odd ? "Write hours, minutes or days, such as 4h." : null}
            onChange={(event) => {
              setOdd(false);
              set({ estimate: event.currentTarget.value });
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Change</Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

/** Only what would change the card. */
function actsOf(card: ActCard, change: Change): Act[] {
  const acts: Act[] = [];
  const milestoneId = change.milestoneId === NONE ? null : change.milestoneId;
  if (milestoneId !== KEEP && milestoneId !== card.milestoneId) acts.push(milestoneAct(card, milestoneId));
  const marks = (kind: "people" | "labels", wanted: string[], unwanted: string[]) => {
    const add = wanted.filter((id) => !card[kind].includes(id));
    const remove = unwanted.filter((id) => card[kind].includes(id) && !wanted.includes(id));
    if (add.length + remove.length > 0) acts.push(marksAct(card, kind, { add, remove }));
  };
  marks("people", change.people, change.notPeople);
  marks("labels", change.labels, change.notLabels);
  const { startOn } = card;
  if (change.dueOn && change.dueOn !== card.dueOn)
    acts.push(datesAct(card, { startOn, dueOn: change.dueOn }));
  const priority = Number(change.priority);
  if (change.priority !== KEEP && priority !== card.priority) acts.push(priorityAct(card, priority));
  const likely = minutesOf(change.estimate);
  if (likely !== null && likely !== card.likely)
    acts.push(estimateAct(card, { low: null, likely, high: null }));
  return acts;
}
