import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { REASONS } from "../lib/adjustments.ts";
import { useKeys } from "../lib/keyboard.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { Actions } from "./action-line.tsx";
import { Choices } from "./choices.tsx";
import { DropIt, MoveTo } from "./line-decision.tsx";
import { LineFacts, LineHead } from "./line-facts.tsx";
import { Redefine, Split } from "./line-reshape.tsx";
import classes from "./review.module.css";
import { CALLS, DECISIONS, decisionWords, disagrees } from "./review-words.ts";
import type { LineDecision, Review, ReviewLine, StatedWord } from "./reviews.api.ts";
import { type LineDraft, type LineFields, useLineDraft } from "./use-line-draft.ts";

interface LineStepProps {
  review: Review;
  line: ReviewLine;
  names: ReadonlyMap<string, string>;
}

const LABELS = {
  stated: "Your call",
  evidence: "What you see",
  reasonCode: "Reason",
  reason: "In your words",
  clientNote: "Note for the client",
};

/** One milestone: what the figures say, what is said, and what is decided. */
export function LineStep({ review, line, names }: LineStepProps) {
  const words = useLineDraft(review, line);
  const { draft, save, problem } = words;
  const [wanted, setWanted] = useState<LineDecision | null>(null);
  const decision = wanted ?? line.decision;
  const fields = useFields();
  const call = (stated: StatedWord | null) => {
    draft.set({ stated });
    void save({ stated });
    if (stated !== null && disagrees(line, stated)) later(() => fields.evidence.current?.focus());
  };
  const decide = (next: LineDecision) => {
    const acts = next !== "keep";
    setWanted(acts ? next : null);
    if (acts) later(() => (next === "move" ? fields.date : fields.reason).current?.focus());
    else void save({ decision: next });
  };
  const overtaken = Object.keys(draft.theirs).length > 0;
  const leave = () => {
    if (!overtaken) void save();
  };
  const may = review.may.lead;
  useLineKeys({ call, decide, fields, may });
  const disagreeing = disagrees(line, draft.values.stated);
  const reason = draft.values.reason.trim() !== "" || draft.values.reasonCode !== null;
  return (
    <section className={classes.line} aria-label={line.title} onBlur={leave}>
      <Stack gap="md">
        <LineHead review={review} line={line} />
        <div className={classes.columns}>
          <LineFacts review={review} line={line} names={names} />
          <Stack gap="sm">
            <Choices
              label="Your call"
              choices={CALLS.map((each, at) => ({ ...each, key: String(at + 1) }))}
              value={draft.values.stated}
              disabled={!review.may.write}
              onChoose={call}
            />
            {disagreeing ? (
              <Words
                of={words}
                field="evidence"
                label="What do you see that the figures do not?"
                at={fields.evidence}
              />
            ) : null}
            <Choices
              label="Decision"
              choices={DECISIONS}
              value={decision}
              disabled={!may}
              onChoose={decide}
            />
            {decision === "move" ? (
              <MoveTo
                key={line.targetOn}
                review={review}
                line={line}
                field={fields.date}
                onMove={async (change) => {
                  const done = await save(change);
                  if (done) later(() => fields.reason.current?.focus());
                  return done;
                }}
              />
            ) : null}
            {decision !== null && decision !== "keep" ? <Why of={words} fields={fields} may={may} /> : null}
            {decision === "drop" ? (
              <DropIt review={review} line={line} reason={reason} onDrop={save} />
            ) : null}
            {decision === "redefine" ? (
              <Redefine review={review} line={line} reason={reason} onDone={save} />
            ) : null}
            {decision === "split" ? (
              <Split review={review} line={line} reason={reason} onDone={save} />
            ) : null}
            {decision === line.decision ? (
              <Text size="sm" c="dimmed">
                {decisionWords(line, review.today)}
              </Text>
            ) : null}
          </Stack>
        </div>
        <div className={classes.columns}>
          <Actions review={review} line={line} names={names} field={fields.action} />
          {review.project.client ? (
            <Textarea
              ref={fields.note}
              label="Note for the client"
              description="Stands in the notice, in your words"
              autosize
              minRows={1}
              maxLength={2_000}
              disabled={!may}
              value={draft.values.clientNote}
              onChange={({ currentTarget }) => draft.set({ clientNote: currentTarget.value })}
            />
          ) : null}
        </div>
        <Overtaken of={words} />
        {overtaken ? null : <Refusal problem={problem} />}
      </Stack>
    </section>
  );
}

/** Both texts stand there until somebody chooses. */
function Overtaken({ of: { draft, save, busy } }: { of: LineDraft }) {
  if (Object.keys(draft.theirs).length === 0) return null;
  return (
    <div>
      <Theirs theirs={draft.theirs} labels={LABELS} say={valueWords} />
      <Group gap="xs" mt={4}>
        <Button size="compact-sm" loading={busy} onClick={() => void save()}>
          Keep mine
        </Button>
        <Button size="compact-sm" variant="default" onClick={draft.clear}>
          Cancel
        </Button>
      </Group>
    </div>
  );
}

/** A call and a reason are codes; what was typed stands in its own words. */
function valueWords(field: keyof LineFields, value: unknown): string {
  const known = field === "stated" ? CALLS : field === "reasonCode" ? REASONS : [];
  const label = known.find((one) => one.value === value)?.label;
  if (label) return label;
  if (value === null || value === "") return field === "stated" ? "as computed" : "empty";
  return `“${value}”`;
}

type Field = { current: HTMLInputElement | null };

interface WordsProps {
  of: LineDraft;
  field: "evidence" | "reason";
  label: string;
  at: Field;
}

function Words({ of: { draft, save }, field, label, at }: WordsProps) {
  return (
    <TextInput
      ref={at}
      label={label}
      maxLength={1_000}
      value={draft.values[field]}
      onChange={({ currentTarget }) => draft.set({ [field]: currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        void save();
        event.currentTarget.blur();
      }}
      style={{ flex: 1, minWidth: 220 }}
    />
  );
}

function Why({ of, fields, may }: { of: LineDraft; fields: Fields; may: boolean }) {
  const { draft, save } = of;
  const chosen = REASONS.find(({ value }) => value === draft.values.reasonCode)?.value ?? null;
  return (
    <Group align="flex-end" gap="xs">
      <NativeSelect
        label="Reason"
        disabled={!may}
        value={chosen ?? ""}
        data={[{ value: "", label: "Choose one" }, ...REASONS]}
        onChange={({ currentTarget: { value } }) => {
          const reasonCode = REASONS.find((each) => each.value === value)?.value ?? null;
          draft.set({ reasonCode });
          void save({ reasonCode });
        }}
      />
      <Words of={of} field="reason" label="In your words" at={fields.reason} />
    </Group>
  );
}

type Fields = ReturnType<typeof useFields>;

function useFields() {
  const evidence = useRef<HTMLInputElement>(null);
  const date = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const action = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  return useMemo(() => ({ evidence, date, reason, action, note }), []);
}

/** Once what was chosen has brought its field onto the page. */
function later(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

interface LineKeys {
  call: (stated: LineFields["stated"]) => void;
  decide: (decision: LineDecision) => void;
  fields: Fields;
  may: boolean;
}

function useLineKeys(acts: LineKeys): void {
  const latest = useRef(acts);
  latest.current = acts;
  const { may } = acts;
  const keys = useMemo(() => {
    const { fields } = latest.current;
    return [
      ...CALLS.map(({ value, label }, at) => ({
        keys: String(at + 1),
        label: `Your call: ${label}`,
        run: () => latest.current.call(value),
      })),
      { keys: "0", label: "Your call: as computed", run: () => latest.current.call(null) },
      ...(may
        ? [
            ...DECISIONS.map(({ value, label, key }) => ({
              keys: key,
              label: `Decide: ${label}`,
              run: () => latest.current.decide(value),
            })),
            { keys: "w", label: "Reason in your words", run: () => fields.reason.current?.focus() },
            { keys: "n", label: "Note for the client", run: () => fields.note.current?.focus() },
          ]
        : []),
      {
        keys: "e",
        label: "What you see that the figures do not",
        run: () => fields.evidence.current?.focus(),
      },
      { keys: "a", label: "Add an action", run: () => fields.action.current?.focus() },
    ];
  }, [may]);
  useKeys("This milestone", keys);
}
