import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { DRAFT, useDraft } from "../lib/draft.ts";
import { changeMilestone } from "../lib/milestone-acts.ts";
import { type Milestone, planQuery } from "../lib/plan-query.ts";
import { ApiProblem } from "../lib/problem.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./milestone.module.css";

type Field = "title" | "outcome" | "why";

interface TextSlotProps {
  milestone: Milestone;
  field: Field;
  label: string;
  /** What is asked while there is no text. */
  question: string;
  mayPlan: boolean;
}

/** A text that is read, and edited in place with an explicit save: what the client reads later is never half written. */
export function TextSlot({ milestone, field, label, question, mayPlan }: TextSlotProps) {
  const slot = useInPlace(localStorage.getItem(DRAFT + draftName(milestone, field)) !== null);
  const text = milestone[field];
  if (slot.isOpen) return <EditText milestone={milestone} field={field} label={label} onClose={slot.close} />;
  return (
    <div className={classes.text}>
      {text ? <Text style={{ whiteSpace: "pre-wrap" }}>{text}</Text> : <Text c="dimmed">{question}</Text>}
      {mayPlan ? (
        <Button
          mt={4}
          size="compact-sm"
          variant="default"
          aria-label={`${text ? "Edit" : "Write it"}: ${label.toLowerCase()}`}
          autoFocus={slot.hasReturned}
          onClick={slot.open}
        >
          {text ? "Edit" : "Write it"}
        </Button>
      ) : null}
    </div>
  );
}

interface EditTextProps {
  milestone: Milestone;
  field: Field;
  label: string;
  onClose: () => void;
}

/** Saving needs the text that was read: when somebody else saved meanwhile, both stand side by side. */
export function EditText({ milestone, field, label, onClose }: EditTextProps) {
  const client = useQueryClient();
  const [base] = useState(milestone);
  const [theirs, setTheirs] = useState<Milestone | null>(null);
  const [text, setText, clear] = useDraft(draftName(milestone, field), base[field]);
  const leave = () => {
    clear();
    onClose();
  };
  const save = (revision: number) =>
    changeMilestone(
      client,
      { ...milestone, revision },
      { [field]: field === "title" ? text.trim() : text },
      { said: `${label} changed`, before: { [field]: (theirs ?? base)[field] } },
    );
  const { submit, busy, problem } = useSubmit(async () => {
    try {
      await save((theirs ?? base).revision);
      leave();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      const plan = await client.fetchQuery({ ...planQuery(milestone.projectId), staleTime: 0 });
      const now = plan.milestones.find(({ id }) => id === milestone.id);
      if (!now) throw error;
      if (now[field] !== base[field]) return setTheirs(now);
      // Another field was changed: this text goes over it unharmed.
      await save(now.revision);
      leave();
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || field === "title")) {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div className={classes.text}>
      {theirs ? (
        <p role="alert">
          <strong>Somebody saved another text meanwhile.</strong> Both are below; nothing is lost.
        </p>
      ) : null}
      <div className={theirs ? classes.both : undefined}>
        {theirs ? (
          <Textarea label="Theirs, saved" readOnly autosize minRows={2} value={theirs[field]} />
        ) : null}
        <Textarea
          {...(theirs ? { label: "Yours" } : { "aria-label": label })}
          autosize
          autoFocus
          minRows={field === "title" ? 1 : 2}
          maxRows={20}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <Refusal problem={problem} />
      <Group gap="xs" mt={6}>
        <Button
          size="compact-md"
          loading={busy}
          disabled={field === "title" && text.trim() === ""}
          onClick={() => void submit()}
        >
          {theirs ? "Save mine instead" : "Save"}
        </Button>
        <Button size="compact-md" variant="default" onClick={leave}>
          {theirs ? "Keep theirs" : "Cancel"}
        </Button>
      </Group>
    </div>
  );
}

function draftName({ id }: Milestone, field: Field): string {
  return `milestone.${field}.${id}`;
}
