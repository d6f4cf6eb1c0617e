import { Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { dayText } from "../lib/dates.ts";
import { chanceText } from "../lib/forecast-words.ts";
import type { MilestoneState } from "../lib/milestone-acts.ts";
import { ApiProblem } from "../lib/problem.ts";
import { Form } from "../ui/form.tsx";

/** A step that is taken with one line of why. */
export interface StepQuestion {
  to: MilestoneState;
  label: string;
  action: string;
  /** What there is to know before answering. */
  note?: string;
}

/** What has to be answered before a date is agreed to that will hardly be met; null for every other refusal. */
export function questionOf(error: unknown): StepQuestion | null {
  if (!(error instanceof ApiProblem) || error.code !== "unlikely-date") return null;
  const { chance, targetOn, safeOn } = error.facts;
  const known = typeof chance === "number" && typeof targetOn === "string" && typeof safeOn === "string";
  return {
    to: "agreed",
    label: "Why is it agreed all the same?",
    action: "Agree all the same",
    note: known ? `${chanceText(chance, targetOn)}; safe by ${dayText(safeOn)}.` : error.message,
  };
}

interface StepReasonProps {
  question: StepQuestion;
  busy: boolean;
  onSend: (reason: string) => unknown;
  onClose: () => void;
}

export function StepReason({ question: { label, action, note }, busy, onSend, onClose }: StepReasonProps) {
  const [reason, setReason] = useState("");
  const said = reason.trim();
  return (
    <Form onSend={() => said && onSend(said)} onCancel={onClose}>
      {note ? (
        <Text size="sm" mt="xs" role="status">
          {note}
        </Text>
      ) : null}
      <TextInput
        mt="xs"
        label={label}
        autoFocus
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="compact-md" disabled={said === ""} loading={busy}>
          {action}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}
