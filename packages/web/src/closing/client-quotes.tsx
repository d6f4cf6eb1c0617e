import { Button, Group, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { clientAccessQuery } from "../lib/client-access.ts";
import { dayText, momentText } from "../lib/dates.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { LinkOnce } from "../ui/link-once.tsx";
import { Refusal } from "../ui/refusal.tsx";
import {
  askForQuote,
  type ClientQuote,
  clientQuotesQuery,
  handOverQuote,
  takeQuoteBack,
} from "./client-quotes.api.ts";

interface ClientQuotesProps {
  projectId: string;
  mayAsk: boolean;
}

/** A sentence that somebody of the client stands by: asked for here, confirmed on a page of their own. */
export function ClientQuotes({ projectId, mayAsk }: ClientQuotesProps) {
  const { data: quotes = [] } = useQuery(clientQuotesQuery(projectId));
  const { data: access } = useQuery({ ...clientAccessQuery(projectId), enabled: mayAsk });
  const people = access?.people ?? [];
  if (quotes.length === 0 && people.length === 0) return null;
  const asked = new Set(
    quotes.flatMap(({ state, contact }) => (state === "asked" && contact ? [contact.id] : [])),
  );
  const hands = new Set(people.flatMap(({ personId, handsOver }) => (handsOver ? [personId] : [])));
  return (
    <section aria-label="A sentence from the client">
      <Title order={2} size="h3" mb="xs">
        A sentence from the client
      </Title>
      <Text mb="sm" maw="var(--mp-text-width)">
        They confirm it, change it, or say no. What they confirm stands in the delivery record.
      </Text>
      <Stack component="ul" gap="sm" p={0} mb="sm" style={{ listStyle: "none" }}>
        {quotes.map((quote) => (
          <OneQuote
            key={quote.id}
            quote={quote}
            projectId={projectId}
            mayAsk={mayAsk}
            handsOver={hands.has(quote.contact?.id ?? "")}
          />
        ))}
      </Stack>
      {mayAsk ? (
        <Ask projectId={projectId} people={people.filter(({ personId }) => !asked.has(personId))} />
      ) : null}
    </section>
  );
}

interface OneQuoteProps {
  quote: ClientQuote;
  projectId: string;
  mayAsk: boolean;
  handsOver: boolean;
}

function OneQuote({ quote, projectId, mayAsk, handsOver }: OneQuoteProps) {
  const client = useQueryClient();
  const name = quote.contact?.name ?? "Somebody";
  return (
    <li>
      <Text style={{ overflowWrap: "anywhere" }}>{`“${quote.confirmedWords ?? quote.words}”`}</Text>
      <Text size="sm" c="dimmed">
        {answerText(quote, name)}
      </Text>
      {mayAsk && quote.state === "asked" ? (
        <Group gap="xs" mt={4}>
          {handsOver ? <HandOver id={quote.id} name={name} /> : null}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Take back the question to ${name}`}
            onClick={() => void takeQuoteBack(client, projectId, quote.id).catch(sayProblem)}
          >
            Take back
          </Button>
        </Group>
      ) : null}
    </li>
  );
}

/** What became of it, in a line. */
function answerText(
  { state, nameHidden, askedAt, answeredAt, handedOverBy }: ClientQuote,
  name: string,
): string {
  const by = handedOverBy ? `, by a link from ${handedOverBy}` : "";
  const at = momentText(answeredAt ?? askedAt);
  if (state === "confirmed")
    return `${name} confirmed it on ${at}${by}${nameHidden ? "; to be quoted without their name" : ""}`;
  if (state === "declined") return `${name} said no on ${at}${by}: it is quoted nowhere`;
  return `${name} was asked on ${dayText(askedAt.slice(0, 10))} and has not answered yet`;
}

/** Where mail cannot carry the link, a member can. */
function HandOver({ id, name }: { id: string; name: string }) {
  const [link, setLink] = useState<string | null>(null);
  if (link) return <LinkOnce reader={name} url={link} onClose={() => setLink(null)} />;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Make a link for ${name}`}
      onClick={() => void handOverQuote(id).then(setLink, sayProblem)}
    >
      Make a link
    </Button>
  );
}

interface AskProps {
  projectId: string;
  people: readonly { personId: string; name: string }[];
}

function Ask({ projectId, people }: AskProps) {
  const client = useQueryClient();
  const [contactId, setContact] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    if (contactId === null) return;
    await askForQuote(client, projectId, { contactId, words });
    sayDone("They get a mail with a link of their own.");
    setContact(null);
    setWords("");
  });
  if (people.length === 0) return null;
  return (
    <Form onSend={submit}>
      <Stack gap="sm" maw="var(--mp-text-width)">
        <Select
          label="Who"
          data={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={contactId}
          onChange={setContact}
        />
        <Textarea
          label="The sentence"
          description="A first wording that they can change."
          autosize
          minRows={2}
          maxLength={300}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Refusal problem={problem} />
        <div>
          <Button
            type="submit"
            variant="default"
            loading={busy}
            disabled={contactId === null || words.trim() === ""}
          >
            Ask whether we may quote it
          </Button>
        </div>
      </Stack>
    </Form>
  );
}
