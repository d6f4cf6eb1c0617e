import { Button, Group, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface AnswerDaysProps {
  days: number | null;
  onSave: (days: number | null) => Promise<unknown>;
}

/** How soon the client usually answers: every sign-off takes that long in the dates. */
export function AnswerDays({ days, onSave }: AnswerDaysProps) {
  const [typed, setTyped] = useState<number | string>(days ?? "");
  const next = typed === "" ? null : Number(typed);
  const { submit, busy, problem, field } = useSubmit(() => onSave(next));
  return (
    <Form onSend={submit}>
      <Group align="flex-end" gap="xs" mt="sm">
        <NumberInput
          label="Usually answers within so many working days"
          description="As long as nobody says, three are in the dates of plans."
          placeholder="3"
          min={1}
          max={60}
          allowDecimal={false}
          value={typed}
          error={field("answerDays")}
          onChange={setTyped}
        />
        <Button type="submit" variant="default" loading={busy} disabled={next === days}>
          Save
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Form>
  );
}
