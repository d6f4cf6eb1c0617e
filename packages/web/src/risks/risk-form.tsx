import {
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
import { useMemo } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import { type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
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
  /** The risk as it is, or what a new one begins with. */
  risk: RiskWords;
  /** The name under which what was typed is kept. */
  draft: string;
  action: string;
  /** All words, and those that were changed. */
  onSave: (words: RiskWords, changes: Partial<RiskWords>) => Promise<void>;
  onClose: () => void;
}

const LABELS: Record<keyof RiskWords, string> = {
  title: "What could go wrong",
  chance: "Chance in %",
  impactLow: "Days, at best",
  impactLikely: "Days, likely",
  impactHigh: "Days, at worst",
  ownerId: "Owner",
  trigger: "How will it be seen",
  response: "What is done about it",
  audience: "Who sees it",
  status: "Status",
  milestoneIds: "Milestones it touches",
};

/** A risk in the table's own place: what, how likely, how many days, and what is done about it. */
export function RiskForm({ plan, risk, draft, action, onSave, onClose }: RiskFormProps) {
  const there = useMemo(() => onlyWords(risk), [risk]);
  const { values: words, set, changes, theirs, clear } = useFormDraft(draft, there);
  const leave = () => {
    clear();
    onClose();
  };
  const say = useSaid(plan);
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onSave(words, changes);
    leave();
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
          <Theirs theirs={theirs} labels={LABELS} say={say} />
          <Refusal problem={problem} />
          <SaveRow action={action} busy={busy} ready={words.title.trim() !== ""} onCancel={leave} />
        </Stack>
      </Form>
    </Paper>
  );
}

/** Values that are not texts, as people say them. */
function useSaid(plan: Plan): (name: keyof RiskWords, value: unknown) => string {
  const names = usePeopleNames(plan.project.id);
  return (name, value) => {
    if (name === "ownerId") return names.get(String(value)) ?? "Nobody";
    if (!Array.isArray(value)) return value === "" ? "empty" : `“${String(value)}”`;
    const touched = plan.milestones.filter(({ id }) => value.includes(id));
    return touched.map(({ number }) => `M${number}`).join(", ") || "None";
  };
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
