import { Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import type { Template } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { NameFields } from "./name-fields.tsx";
import { changeParts } from "./template-acts.ts";

interface HeadWords {
  name: string;
  trade: string;
  summary: string;
  outcome: string;
  fixedTitle: string;
  fixedKey: string | null;
}

const LABELS: Record<keyof HeadWords, string> = {
  name: "Name",
  trade: "Trade",
  summary: "Summary",
  outcome: "Outcome",
  fixedTitle: "Fixed date",
  fixedKey: "Reached on it",
};

/** What the template is called and for; only what was typed is sent. */
export function HeadForm({ template }: { template: TemplateDetail }) {
  const client = useQueryClient();
  const { id, plan } = template;
  const there = useMemo(() => headOf(plan), [plan]);
  const { values, set, changes, theirs, clear } = useFormDraft(`template.${id}`, there);
  const typed = Object.keys(changes).length > 0;
  const { submit, busy, problem, field } = useSubmit(() =>
    changeParts(client, template, changeOf(values, changes)),
  );
  const say = (part: keyof HeadWords, value: unknown) =>
    part === "fixedKey"
      ? (plan.milestones.find(({ key }) => key === value)?.title ?? "none")
      : value === ""
        ? "empty"
        : `“${String(value)}”`;
  return (
    <Form onSend={async () => (await submit()) && clear()}>
      <Stack gap="sm">
        <NameFields values={values} set={set} field={field} />
        <Textarea
          label="Outcome"
          description="What the client has at the end"
          autosize
          minRows={1}
          value={values.outcome}
          onChange={({ currentTarget }) => set({ outcome: currentTarget.value })}
        />
        <FixedDate plan={plan} values={values} set={set} />
        <Theirs theirs={theirs} labels={LABELS} say={say} />
        <Refusal problem={problem} />
        <SaveRow busy={busy} ready={typed && values.name.trim() !== ""} onCancel={typed ? clear : null} />
      </Stack>
    </Form>
  );
}

interface FixedDateProps {
  plan: Template;
  values: HeadWords;
  set: (change: Partial<HeadWords>) => void;
}

function FixedDate({ plan, values, set }: FixedDateProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <Select
        label="Must be reached on a fixed date"
        placeholder="None: counted from the start"
        clearable
        data={plan.milestones.map(({ key, title }) => ({ value: key, label: title }))}
        value={values.fixedKey}
        onChange={(fixedKey) => set({ fixedKey })}
      />
      {values.fixedKey === null ? null : (
        <TextInput
          label="What the fixed date is"
          placeholder="Launch day"
          maxLength={240}
          value={values.fixedTitle}
          onChange={({ currentTarget }) => set({ fixedTitle: currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}

function headOf({ name, trade, summary, outcome, fixedDate }: Template): HeadWords {
  const { title: fixedTitle = "", milestoneKey: fixedKey = null } = fixedDate ?? {};
  return { name, trade, summary, outcome, fixedTitle, fixedKey };
}

function changeOf(
  values: HeadWords,
  { fixedKey, fixedTitle, ...texts }: Partial<HeadWords>,
): Partial<Template> {
  if (fixedKey === undefined && fixedTitle === undefined) return texts;
  const { fixedKey: milestoneKey, fixedTitle: typed } = values;
  const title = typed.trim() || "Fixed date";
  return { ...texts, fixedDate: milestoneKey === null ? null : { title, milestoneKey } };
}
