import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isOpen } from "../lib/milestone-words.ts";
import { type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import type { RiskWords } from "./risk-acts.ts";
import { effectOf } from "./risk-effect.ts";

export const NEW_RISK: RiskWords = {
  title: "",
  chance: 30,
  impactLow: 1,
  impactLikely: 3,
  impactHigh: 10,
  ownerId: null,
  trigger: "",
  response: "",
  audience: "team",
  status: "open",
  milestoneIds: [],
};

interface RiskFormProps {
  plan: Plan;
  initial: RiskWords;
  action: string;
  onSave: (words: RiskWords) => Promise<void>;
  onClose: () => void;
}

/** A risk in the table's own place: what, how likely, how many days, and what is done about it. */
export function RiskForm({ plan, initial, action, onSave, onClose }: RiskFormProps) {
  const [words, setWords] = useState(() => onlyWords(initial));
  const set = (change: Partial<RiskWords>) => setWords((before) => ({ ...before, ...change }));
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onSave({ ...words, title: words.title.trim() });
    onClose();
  });
  return (
    <Paper component="section" aria-label={action} withBorder p="md" mb="md" bg="var(--mp-raised)">
      <Form onSend={submit} onCancel={onClose}>
        <Stack gap="sm">
          <TextInput
            label="What could go wrong"
            placeholder="Legal review is slow"
            required
            autoFocus
            maxLength={200}
            value={words.title}
            error={field("title")}
            onChange={({ currentTarget }) => set({ title: currentTarget.value })}
          />
          <Figures words={words} set={set} />
          <Care plan={plan} words={words} set={set} />
          <Refusal problem={problem} />
          <Group gap="xs">
            <Button type="submit" loading={busy} disabled={words.title.trim() === ""}>
              {action}
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </Form>
    </Paper>
  );
}

interface FieldsProps {
  words: RiskWords;
  set: (change: Partial<RiskWords>) => void;
}

function Figures({ words, set }: FieldsProps) {
  const days = (name: "impactLow" | "impactLikely" | "impactHigh", label: string) => (
    <NumberInput
      label={label}
      style={{ flex: 1, minWidth: 110 }}
      min={0}
      max={2000}
      allowDecimal={false}
      value={words[name]}
      onChange={(value) => set({ [name]: Number(value) || 0 })}
    />
  );
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <NumberInput
          label="Chance in %"
          style={{ flex: 1, minWidth: 110 }}
          min={0}
          max={100}
          step={5}
          allowDecimal={false}
          value={words.chance}
          onChange={(value) => set({ chance: Number(value) || 0 })}
        />
        {days("impactLow", "Days, at best")}
        {days("impactLikely", "Days, likely")}
        {days("impactHigh", "Days, at worst")}
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {`Effect: ${effectOf(words)} days.`}
      </Text>
    </div>
  );
}

function Care({ plan, words, set }: FieldsProps & { plan: Plan }) {
  const { data: people = [] } = useQuery(projectPeopleQuery(plan.project.id));
  return (
    <>
      <Group gap="xs" grow align="flex-start">
        <TextInput
          label="How will it be seen"
          placeholder="No answer after a week"
          maxLength={2000}
          value={words.trigger}
          onChange={({ currentTarget }) => set({ trigger: currentTarget.value })}
        />
        <TextInput
          label="What is done about it"
          placeholder="Send the texts in two parts"
          maxLength={2000}
          value={words.response}
          onChange={({ currentTarget }) => set({ response: currentTarget.value })}
        />
      </Group>
      <Group gap="xs" grow align="flex-start">
        <Select
          label="Owner"
          placeholder="Nobody yet"
          clearable
          data={people
            .filter(({ kind }) => kind === "member")
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={words.ownerId}
          onChange={(ownerId) => set({ ownerId })}
        />
        <MultiSelect
          label="Milestones it touches"
          data={plan.milestones
            .filter((each) => isOpen(each) || words.milestoneIds.includes(each.id))
            .map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` }))}
          value={words.milestoneIds}
          onChange={(milestoneIds) => set({ milestoneIds })}
        />
      </Group>
      <Group gap="md">
        <SegmentedControl
          size="xs"
          aria-label="Who sees it"
          value={words.audience}
          data={[
            { value: "team", label: "The team sees it" },
            { value: "client", label: "The client too" },
          ]}
          onChange={(value) => set({ audience: value === "client" ? "client" : "team" })}
        />
        <Checkbox
          label="Closed"
          checked={words.status === "closed"}
          onChange={({ currentTarget }) => set({ status: currentTarget.checked ? "closed" : "open" })}
        />
      </Group>
    </>
  );
}

function onlyWords(risk: RiskWords): RiskWords {
  const { title, chance, impactLow, impactLikely, impactHigh, ownerId, trigger, response } = risk;
  const { audience, status, milestoneIds } = risk;
  return {
    title,
    chance,
    impactLow,
    impactLikely,
    impactHigh,
    ownerId,
    trigger,
    response,
    audience,
    status,
    milestoneIds,
  };
}
