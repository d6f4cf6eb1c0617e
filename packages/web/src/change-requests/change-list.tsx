import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { dayText } from "../lib/dates.ts";
import { moneyText } from "../lib/money.ts";
import type { Plan } from "../lib/plan-query.ts";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { type ChangeRequest, changeRequestsQuery } from "./change-requests.api.ts";
import { DeclineForm } from "./decline-form.tsx";
import { QuoteDialog } from "./quote-dialog.tsx";

/** What the client asked for beyond the plan, and what became of it. */
export function ChangeList({ plan }: { plan: Plan }) {
  const id = useId();
  const { data: changes = [], error } = useQuery(changeRequestsQuery(plan.project.id));
  if (error) return <Refusal problem={error} />;
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        Asked for beyond the plan
      </Title>
      <ul style={{ margin: 0, padding: 0 }}>
        {changes.map((change) => (
          <Change key={change.id} plan={plan} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Change({ plan, change }: { plan: Plan; change: ChangeRequest }) {
  const quoting = useInPlace();
  const declining = useInPlace();
  const { title, words, state, answer, quote } = change;
  const mayAnswer = plan.project.may.editPlan && state === "asked";
  return (
    <Stack
      gap={4}
      component="li"
      py="sm"
      style={{ borderTop: "1px solid var(--mp-line)", listStyle: "none" }}
    >
      <Text fw={600} style={{ overflowWrap: "anywhere" }}>
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {standing(change, plan.today)}
      </Text>
      {words ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {words}
        </Text>
      ) : null}
      {quote ? (
        <Text size="sm" className="mp-tabular">
          {[daysText(quote.effect), moneyText(quote.priceMinor, plan.project.currency)]
            .filter(Boolean)
            .join(", ")}
        </Text>
      ) : null}
      {answer ? <Text size="sm">{answer}</Text> : null}
      {mayAnswer && !declining.isOpen ? (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-sm"
            autoFocus={quoting.hasReturned}
            aria-label={`Estimate ${title}`}
            onClick={quoting.open}
          >
            Estimate and offer
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            autoFocus={declining.hasReturned}
            aria-label={`Decline ${title}`}
            onClick={declining.open}
          >
            Decline
          </Button>
        </Group>
      ) : null}
      {declining.isOpen ? <DeclineForm change={change} onClose={declining.close} /> : null}
      {quoting.isOpen ? <QuoteDialog plan={plan} change={change} onClose={quoting.close} /> : null}
    </Stack>
  );
}

function daysText(effect: readonly { days: number }[]): string {
  const most = Math.max(0, ...effect.map(({ days }) => days));
  if (most === 0) return "No date moves";
  return `${most} working ${most === 1 ? "day" : "days"} later`;
}

function standing({ state, askedByName, askedAt, planVersion }: ChangeRequest, today: string): string {
  const asked = `${askedByName ?? "Somebody"}, ${dayText(askedAt.slice(0, 10), today)}`;
  switch (state) {
    case "asked":
      return `${asked}. Your turn.`;
    case "quoted":
      return `${asked}. Offered, waiting for the client's decision.`;
    case "accepted":
      return `${asked}. Accepted${planVersion === null ? "" : `, in plan version ${planVersion}`}.`;
    case "declined":
      return `${asked}. Not done.`;
    case "withdrawn":
      return `${asked}. Taken back.`;
  }
}
