import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDraft } from "../lib/draft.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { answerPart } from "../lib/role-acts.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./milestone.module.css";

/** The reader's own part: one click says that it is clear, or they ask. */
export function YourPart({ milestone, personId }: { milestone: Milestone; personId: string }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [question, setQuestion, clear] = useDraft(`part.${milestone.id}`);
  const parts = milestone.roles.filter((role) => role.personId === personId);
  const receipt = milestone.receipts.find((each) => each.personId === personId);
  const { submit, busy, problem } = useSubmit((answer: "clear" | "question") =>
    answerPart(client, milestone, answer === "clear" ? { answer } : { answer, question: question.trim() }),
  );
  const ask = async () => {
    if (!(await submit("question"))) return;
    clear();
    setAsking(false);
  };
  const words = parts.map(({ part }) => part).filter(Boolean);
  return (
    <div className={classes.missing} style={{ marginTop: 8 }}>
      <Text size="sm" fw={600}>
        Your part
      </Text>
      <Text size="sm">
        {words.length > 0 ? words.join(" ") : "You own this milestone: you see that it is reached."}
      </Text>
      {receipt ? (
        <Text size="xs" c="dimmed">
          {receipt.answer === "clear" ? "You said that it is clear." : `You asked: ${receipt.question}`}
        </Text>
      ) : null}
      {asking ? (
        <Textarea
          mt={6}
          aria-label="Your question"
          autosize
          autoFocus
          minRows={2}
          maxLength={1000}
          value={question}
          onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
      ) : null}
      <Refusal problem={problem} />
      <Group gap="xs" mt={6}>
        {asking ? (
          <Button
            size="compact-sm"
            loading={busy}
            disabled={question.trim() === ""}
            onClick={() => void ask()}
          >
            Ask
          </Button>
        ) : receipt?.answer === "clear" ? null : (
          <Button size="compact-sm" loading={busy} onClick={() => void submit("clear")}>
            Clear
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setAsking(!asking)}>
          {asking ? "Cancel" : "I have a question"}
        </Button>
      </Group>
    </div>
  );
}
