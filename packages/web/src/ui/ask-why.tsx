import { Button, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type Adjustment,
  adjustmentsQuery,
  explain,
  isUnexplained,
  REASONS,
  type ReasonCode,
} from "../lib/adjustments.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import { useSubmit } from "../lib/use-submit.ts";
import classes from "./adjusted.module.css";
import { Form } from "./form.tsx";
import { Refusal } from "./refusal.tsx";
import { fieldWords } from "./version-words.ts";

interface AskWhyProps {
  projectId: string;
  currency: string;
  /** Only what was changed of this milestone. */
  milestoneId?: string;
}

/** What was promised and is another thing now without a word why: asked lightly, one at a time, and never in the way. */
export function AskWhy({ projectId, currency, milestoneId }: AskWhyProps) {
  const { data = [] } = useQuery(adjustmentsQuery(projectId));
  const [left, setLeft] = useState<readonly string[]>([]);
  const next = data.find(
    (one) =>
      isUnexplained(one) &&
      !left.includes(one.id) &&
      (milestoneId === undefined || one.milestoneId === milestoneId),
  );
  if (!next) return null;
  const leave = () => setLeft([...left, next.id]);
  return <Ask key={next.id} adjustment={next} currency={currency} onLeave={leave} />;
}

interface AskProps {
  adjustment: Adjustment;
  currency: string;
  onLeave: () => void;
}

function Ask({ adjustment, currency, onLeave }: AskProps) {
  const client = useQueryClient();
  const names = usePeopleNames(adjustment.projectId);
  const [words, setWords] = useState("");
  const { submit, busy, problem } = useSubmit((reasonCode: ReasonCode | null) =>
    explain(client, adjustment, { reasonCode, reason: words.trim() }),
  );
  const what = adjustment.changes.map((field) =>
    field.field === "inPlan"
      ? `${adjustment.title} ${field.to === true ? "came into the plan" : "left the plan"}`
      : fieldWords(field, { names, currency }),
  );
  const ref = adjustment.ref.slice(adjustment.ref.lastIndexOf("-") + 1);
  return (
    <aside className={`${classes.ask} mp-screen`} aria-label="Why was it changed?">
      <Text size="sm">{`${ref}: ${what.join("; ")}. Why?`}</Text>
      <Form onSend={() => submit(words.trim() ? "other" : null)}>
        <div className={classes.chips}>
          {REASONS.filter(({ value }) => value !== "other").map(({ value, label }) => (
            <Button
              key={value}
              size="compact-sm"
              variant="default"
              disabled={busy}
              onClick={() => void submit(value)}
            >
              {label}
            </Button>
          ))}
          <TextInput
            size="xs"
            aria-label="In your words"
            placeholder="In your words"
            value={words}
            maxLength={500}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          {words.trim() ? (
            <Button type="submit" size="compact-sm" loading={busy}>
              Save
            </Button>
          ) : (
            <Button size="compact-sm" variant="subtle" onClick={onLeave}>
              No reason needed
            </Button>
          )}
        </div>
      </Form>
      <Refusal problem={problem} />
    </aside>
  );
}
