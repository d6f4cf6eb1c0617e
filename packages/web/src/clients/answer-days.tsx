import { Button, Group, NumberInput } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface AnswerDaysProps {
  clientId: string;
  days: number | null;
  onSave: (days: number | null) => Promise<unknown>;
}

const answerTimesQuery = (clientId: string) =>
  queryOptions({
    queryKey: keys.workspace("clients", clientId, "answer-times"),
    queryFn: () =>
      answer(api.GET("/api/v1/clients/{clientId}/answer-times", { params: { path: { clientId } } })),
  });

function describe(seen: Shape<"AnswerTimes"> | undefined): string {
  if (!seen || seen.usualDays === null) return "As long as nobody says, three are in the dates of plans.";
  const { usualDays, answers } = seen;
  return `By its ${answers} answers so far it takes ${usualDays}, and the dates count with that as long as nobody says otherwise.`;
}

/** How soon the client usually answers: every sign-off takes that long in the dates. */
export function AnswerDays({ clientId, days, onSave }: AnswerDaysProps) {
  const { data: seen } = useQuery(answerTimesQuery(clientId));
  const [typed, setTyped] = useState<number | string>(days ?? "");
  const next = typed === "" ? null : Number(typed);
  const { submit, busy, problem, field } = useSubmit(() => onSave(next));
  return (
    <Form onSend={submit}>
      <Group align="flex-end" gap="xs" mt="sm">
        <NumberInput
          label="Usually answers within so many working days"
          description={describe(seen)}
          placeholder={String(seen?.usualDays ?? 3)}
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
