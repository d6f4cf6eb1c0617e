import { Button, Group, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { smartHelp } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import type { Objective } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { changeObjective } from "./objective-acts.ts";
import { SmartWords } from "./smart-words.tsx";

interface ObjectiveFormProps {
  objective: Objective;
  onClose: () => void;
}

interface Typed {
  statement: string;
  measure: string;
  unit: string;
  baseline: number | string;
  target: number | string;
  targetOn: string;
  clientReason: string;
  ourReason: string;
}

const LABELS: Record<keyof Typed, string> = {
  statement: "Objective",
  measure: "Measured by",
  unit: "Unit",
  baseline: "From",
  target: "To",
  targetOn: "By",
  clientReason: "Why it matters to the client",
  ourReason: "Why it matters to us",
};

export function objectiveDraft({ id }: Objective): string {
  return `objective.${id}`;
}

/** The objective's words; the five words light up while they are typed. */
export function ObjectiveForm({ objective, onClose }: ObjectiveFormProps) {
  const client = useQueryClient();
  const there = useMemo(() => typedOf(objective), [objective]);
  const { values: typed, set, changes, theirs, clear } = useFormDraft(objectiveDraft(objective), there);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    await changeObjective(client, objective, wordsOf(changes));
    leave();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="xs" mt="xs">
        <TextInput
          label="Objective"
          required
          autoFocus
          maxLength={200}
          value={typed.statement}
          error={field("statement")}
          onChange={({ currentTarget }) => set({ statement: currentTarget.value })}
        />
        <MeasureFields typed={typed} set={set} />
        <TextInput
          type="date"
          label="By"
          w={180}
          value={typed.targetOn}
          onChange={({ currentTarget }) => set({ targetOn: currentTarget.value })}
        />
        <Textarea
          label="Why it matters to the client"
          autosize
          minRows={1}
          value={typed.clientReason}
          onChange={({ currentTarget }) => set({ clientReason: currentTarget.value })}
        />
        <Textarea
          label="Why it matters to us"
          autosize
          minRows={1}
          value={typed.ourReason}
          onChange={({ currentTarget }) => set({ ourReason: currentTarget.value })}
        />
        <SmartWords smart={lights(typed, objective)} />
        <Theirs theirs={theirs} labels={LABELS} />
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={busy} disabled={typed.statement.trim() === ""}>
            Save
          </Button>
          <Button size="compact-md" variant="default" onClick={leave}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function MeasureFields({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }) {
  return (
    <Group gap="xs" align="flex-end">
      <TextInput
        label="Measured by"
        placeholder="Orders"
        style={{ flex: 2, minWidth: 140 }}
        value={typed.measure}
        onChange={({ currentTarget }) => set({ measure: currentTarget.value })}
      />
      <NumberInput
        label="From"
        style={{ flex: 1, minWidth: 80 }}
        value={typed.baseline}
        onChange={(baseline) => set({ baseline })}
      />
      <NumberInput
        label="To"
        style={{ flex: 1, minWidth: 80 }}
        value={typed.target}
        onChange={(target) => set({ target })}
      />
      <TextInput
        label="Unit"
        placeholder="per week"
        style={{ flex: 1, minWidth: 100 }}
        maxLength={40}
        value={typed.unit}
        onChange={({ currentTarget }) => set({ unit: currentTarget.value })}
      />
    </Group>
  );
}

function typedOf(objective: Objective): Typed {
  const { statement, measure, unit, baseline, target, targetOn, clientReason, ourReason } = objective;
  return {
    statement,
    measure,
    unit,
    baseline: baseline ?? "",
    target: target ?? "",
    targetOn: targetOn ?? "",
    clientReason,
    ourReason,
  };
}

/** As the server takes them, as many as there are. */
function wordsOf<T extends Partial<Typed>>(typed: T) {
  const { statement, baseline, target, targetOn, ...texts } = typed;
  return {
    ...texts,
    ...(statement === undefined ? {} : { statement: statement.trim() }),
    ...(baseline === undefined ? {} : { baseline: amount(baseline) }),
    ...(target === undefined ? {} : { target: amount(target) }),
    ...(targetOn === undefined ? {} : { targetOn: targetOn || null }),
  };
}

function amount(value: number | string): number | null {
  return value === "" || Number.isNaN(Number(value)) ? null : Number(value);
}

/** What can be reached in time, only the forecast says: its word stays while the others are typed. */
function lights(
  { measure, unit, baseline, target, targetOn, ...words }: Typed,
  { smart: stored }: Objective,
): Objective["smart"] {
  const achievable = stored.find(({ word }) => word === "achievable")?.lit ?? null;
  const amounts = { baseline: amount(baseline), target: amount(target), current: null };
  const shown = measure.trim() === "" ? null : { name: measure, unit, ...amounts };
  const smart = smartHelp({ ...words, targetOn: targetOn || null, measure: shown }, achievable);
  return smart.map((light) => ({ ...light }));
}
