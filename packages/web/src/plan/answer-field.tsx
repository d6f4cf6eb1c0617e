import { Button, Group, MultiSelect, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { changeDates } from "../lib/date-acts.ts";
import { dayText } from "../lib/dates.ts";
import type { Plan } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { saveChoice, saveText } from "./answer-acts.ts";
import type { AnswerForm } from "./fixes.ts";
import { makePhase } from "./grouping-acts.ts";
import { changeObjective } from "./objective-acts.ts";

interface AnswerFieldProps {
  plan: Plan;
  question: string;
  form: AnswerForm;
  onClose: () => void;
}

/** The one question of a finding, answered in place. */
export function AnswerField(props: AnswerFieldProps) {
  const { form } = props;
  if (form.by === "text") return <TextAnswer {...props} form={form} />;
  if (form.by === "choice") return <ChoiceAnswer {...props} form={form} />;
  if (form.by === "date") return <DateAnswer {...props} form={form} />;
  if (form.by === "phase") return <PhaseAnswer {...props} form={form} />;
  return <MeasureAnswer {...props} form={form} />;
}

type Of<B extends AnswerForm["by"]> = Omit<AnswerFieldProps, "form"> & {
  form: Extract<AnswerForm, { by: B }>;
};

function TextAnswer({ plan, question, form, onClose }: Of<"text">) {
  const client = useQueryClient();
  const [text, setText] = useState(form.initial);
  const answer = useSubmit(() => saveText(client, plan, form.save, text.trim()));
  return (
    <AnswerFrame answer={answer} ready={text.trim() !== "" && text !== form.initial} onClose={onClose}>
      <TextInput
        label={question}
        size="sm"
        autoFocus
        maxLength={form.save.kind === "milestone_words" && form.save.field === "outcome" ? 2000 : 200}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </AnswerFrame>
  );
}

function ChoiceAnswer({ plan, question, form, onClose }: Of<"choice">) {
  const client = useQueryClient();
  const [value, setValue] = useState<string | null>(null);
  const answer = useSubmit(() => saveChoice(client, plan, form.save, value ?? ""));
  return (
    <AnswerFrame answer={answer} ready={value !== null} onClose={onClose}>
      <Select
        label={question}
        size="sm"
        data={form.choices}
        value={value}
        onChange={setValue}
        data-autofocus
      />
    </AnswerFrame>
  );
}

function DateAnswer({ plan, question, form, onClose }: Of<"date">) {
  const client = useQueryClient();
  const milestone = plan.milestones.find(({ id }) => id === form.milestoneId);
  const [day, setDay] = useState(milestone?.[form.end] ?? "");
  const answer = useSubmit(async () => {
    if (!milestone) return;
    const said = `M${milestone.number} moved to ${dayText(day)}`;
    await changeDates(client, milestone, { [form.end]: day }, { said });
  });
  return (
    <AnswerFrame answer={answer} ready={day !== "" && day !== milestone?.[form.end]} onClose={onClose}>
      <TextInput
        type="date"
        label={question}
        size="sm"
        autoFocus
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
    </AnswerFrame>
  );
}

function PhaseAnswer({ plan, question, form, onClose }: Of<"phase">) {
  const client = useQueryClient();
  const [ids, setIds] = useState<string[]>([]);
  const [title, setTitle] = useState("");
  const answer = useSubmit(() => makePhase(client, plan, title.trim(), ids));
  return (
    <AnswerFrame answer={answer} ready={ids.length > 1 && title.trim() !== ""} onClose={onClose}>
      <MultiSelect label={question} size="sm" data={form.choices} value={ids} onChange={setIds} autoFocus />
      <TextInput
        label="What is true when all of them are reached?"
        placeholder="Shop is open"
        size="sm"
        maxLength={200}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
    </AnswerFrame>
  );
}

function MeasureAnswer({ plan, question, form, onClose }: Of<"measure">) {
  const client = useQueryClient();
  const objective = plan.objectives.find(({ id }) => id === form.objectiveId);
  const [measure, setMeasure] = useState(objective?.measure ?? "");
  const [unit, setUnit] = useState(objective?.unit ?? "");
  const [baseline, setBaseline] = useState<number | string>(objective?.baseline ?? "");
  const [target, setTarget] = useState<number | string>(objective?.target ?? "");
  const answer = useSubmit(async () => {
    if (!objective) return;
    await changeObjective(client, objective, {
      measure: measure.trim(),
      unit: unit.trim(),
      target: Number(target),
      ...(baseline === "" ? {} : { baseline: Number(baseline) }),
    });
  });
  return (
    <AnswerFrame answer={answer} ready={measure.trim() !== "" && target !== ""} onClose={onClose}>
      <TextInput
        label={question}
        placeholder="Orders"
        size="sm"
        autoFocus
        value={measure}
        onChange={({ currentTarget }) => setMeasure(currentTarget.value)}
      />
      <Group gap="xs" grow>
        <NumberInput label="From" size="sm" value={baseline} onChange={setBaseline} />
        <NumberInput label="To" size="sm" value={target} onChange={setTarget} />
        <TextInput
          label="Unit"
          size="sm"
          placeholder="per week"
          maxLength={40}
          value={unit}
          onChange={({ currentTarget }) => setUnit(currentTarget.value)}
        />
      </Group>
    </AnswerFrame>
  );
}

interface AnswerFrameProps {
  answer: ReturnType<typeof useSubmit<[]>>;
  ready: boolean;
  onClose: () => void;
  children: ReactNode;
}

function AnswerFrame({ answer: { submit, busy, problem }, ready, onClose, children }: AnswerFrameProps) {
  return (
    <Form onSend={() => submit().then((done) => done && onClose())} onCancel={onClose}>
      <Stack gap={6} mt={6}>
        {children}
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={busy} disabled={!ready}>
            Save
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
