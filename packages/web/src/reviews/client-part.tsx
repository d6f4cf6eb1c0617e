import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { clientAccessQuery } from "../lib/client-access.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { LinkOnce } from "../ui/link-once.tsx";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./review.module.css";
import { saidWords } from "./review-words.ts";
import { handOverPart, openClientPart, type Review } from "./reviews.api.ts";

interface ClientPartProps {
  review: Review;
  names: ReadonlyMap<string, string>;
}

/** Part 2: who of the client has a part in this review, and what they say, as it comes in. */
export function ClientPart({ review, names }: ClientPartProps) {
  const inviting = useInPlace();
  const { clientPartAt, may, project } = review;
  if (!project.client || (clientPartAt === null && !may.lead)) return null;
  return (
    <section className={classes.notice} aria-label={`${project.client.name}'s part`}>
      <Text fw={600}>{`${project.client.name}'s part`}</Text>
      {clientPartAt === null ? (
        <Text size="sm" c="dimmed">
          They read the plan as it was published, and say of each milestone that it is fine, ask, or propose
          another date.
        </Text>
      ) : (
        <Answers review={review} names={names} />
      )}
      {!may.lead ? null : inviting.isOpen ? (
        <Invite review={review} onClose={inviting.close} />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          mt={6}
          autoFocus={inviting.hasReturned}
          onClick={inviting.open}
        >
          {clientPartAt === null ? "Ask the client what they think" : "Ask somebody else too"}
        </Button>
      )}
    </section>
  );
}

/** By person: what they said of the whole plan, and how much of its milestones, where it stands too. */
function Answers({ review, names }: ClientPartProps) {
  const { data: access } = useQuery({
    ...clientAccessQuery(review.project.id),
    enabled: review.may.lead,
  });
  const said = [...review.words, ...review.lines.flatMap(({ words }) => words)];
  const hands = new Set(access?.people.flatMap(({ personId, handsOver }) => (handsOver ? [personId] : [])));
  return (
    <ul className={classes.facts} aria-live="polite">
      {review.invited.map((id) => {
        const theirs = said.filter(({ personId }) => personId === id);
        const name = names.get(id) ?? "Somebody";
        return (
          <li key={id}>
            <Text size="sm">{`${name}: ${countedWords(theirs)}`}</Text>
            {review.words
              .filter(({ personId }) => personId === id)
              .map((words) => (
                <Text key={words.id} size="sm" className={classes.words}>
                  {`On the whole plan: ${saidWords(words, names, review.today)}`}
                </Text>
              ))}
            {theirs.length === 0 && hands.has(id) ? <HandOver review={review} id={id} name={name} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function countedWords(said: Review["words"]): string {
  if (said.length === 0) return "has not answered yet";
  const count = (kind: Review["words"][number]["kind"]) => said.filter((each) => each.kind === kind).length;
  return [
    [count("fine"), "fine"],
    [count("question"), "asked"],
    [count("proposal"), "proposed"],
  ]
    .flatMap(([n, word]) => (n === 0 ? [] : [`${n} ${word}`]))
    .join(", ");
}

/** Where mail cannot carry the link, a member can. */
function HandOver({ review, id, name }: { review: Review; id: string; name: string }) {
  const [link, setLink] = useState<string | null>(null);
  if (link) return <LinkOnce reader={name} url={link} onClose={() => setLink(null)} />;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Make a link for ${name}`}
      onClick={() => void handOverPart(review, id).then(setLink, sayProblem)}
    >
      Make a link
    </Button>
  );
}

function Invite({ review, onClose }: { review: Review; onClose: () => void }) {
  const client = useQueryClient();
  const people = useQuery(clientAccessQuery(review.project.id)).data?.people ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(review.invited);
  const { submit, busy, problem } = useSubmit(async () => {
    await openClientPart(client, review, chosen);
    sayDone("Each gets a mail with a link of their own. What they say appears here.");
    onClose();
  });
  return (
    <Form onSend={submit}>
      <Stack gap="xs" mt={6}>
        <Checkbox.Group label="Who is asked" value={[...chosen]} onChange={setChosen}>
          <Stack gap={6} mt={4}>
            {people.map(({ personId, name, role }) => (
              <Checkbox
                key={personId}
                value={personId}
                label={`${name} (${role})`}
                disabled={review.invited.includes(personId)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={busy} disabled={chosen.length === 0}>
            Ask them
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
