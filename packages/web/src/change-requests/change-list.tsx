import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { moneyText } from "../lib/money.ts";
import type { Plan } from "../lib/plan-query.ts";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { type ChangeRequest, changeRequestsQuery } from "./change-requests.api.ts";
import { dayOf, daysText } from "./change-words.ts";
import { DeclineForm } from "./decline-form.tsx";
import { QuoteDialog } from "./quote-dialog.tsx";

type Said = NonNullable<NonNullable<ChangeRequest["quote"]>["said"]>;

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
        {standing(change)}
      </Text>
      {words ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {words}
        </Text>
      ) : null}
      {quote ? <Offer plan={plan} quote={quote} /> : null}
      {answer ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {answer}
        </Text>
      ) : null}
      {mayAnswer && !declining.isOpen ? (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-sm"
            autoFocus={quoting.hasReturned}
            aria-label={`Estimate ${title}`}
            onClick={quoting.open}
          >
            {quote ? "Offer anew" : "Estimate and offer"}
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

/** What was offered, and what the client said to it. */
function Offer({ plan, quote }: { plan: Plan; quote: NonNullable<ChangeRequest["quote"]> }) {
  const { effect, priceMinor, words, said, cancelledReason, approvalNumber } = quote;
  const cost = [daysText(effect), moneyText(priceMinor, plan.project.currency)].filter(Boolean).join(", ");
  return (
    <>
      <Text size="sm" className="mp-tabular">
        {`Offered: ${cost}. `}
        {approvalNumber === null ? null : (
          <Anchor component={Link} to={`/p/${plan.project.key.toLowerCase()}/approvals` as "/"} size="sm">
            Decision {approvalNumber}
          </Anchor>
        )}
      </Text>
      {words ? (
        <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {words}
        </Text>
      ) : null}
      {said ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {saidText(said)}
        </Text>
      ) : null}
      {cancelledReason ? <Text size="sm">{`The offer was taken back: ${cancelledReason}`}</Text> : null}
    </>
  );
}

const SAID = {
  accept: "accepted it",
  leave: "left the plan as it is",
  other: "asks for another offer",
} as const;

function saidText({ answer, words, name, at }: Said): string {
  const line = `${name ?? "The client"} ${SAID[answer]}, ${dayOf(at)}`;
  return words ? `${line}: ${words}` : `${line}.`;
}

function standing({ state, askedByName, askedAt, planVersion, quote }: ChangeRequest): string {
  const asked = `${askedByName ?? "Somebody"}, ${dayOf(askedAt)}`;
  switch (state) {
    case "asked":
      return `${asked}. Your turn.`;
    case "quoted":
      return quote?.said
        ? `${asked}. Decided; it is carried out five minutes after the decision.`
        : `${asked}. Offered, waiting for the client's decision.`;
    case "accepted":
      return `${asked}. Accepted${planVersion === null ? "" : `, in plan version ${planVersion}`}.`;
    case "declined":
      return `${asked}. Not done.`;
    case "withdrawn":
      return `${asked}. Taken back.`;
  }
}
