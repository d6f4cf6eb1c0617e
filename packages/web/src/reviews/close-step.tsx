import { Button, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { counted } from "../lib/counted.ts";
import { useDraft } from "../lib/draft.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Actions } from "./action-line.tsx";
import classes from "./review.module.css";
import { callWord, decisionWords, reasonWords, shortRef } from "./review-words.ts";
import { closeReview, type Review } from "./reviews.api.ts";

interface CloseStepProps {
  review: Review;
  names: ReadonlyMap<string, string>;
}

/** What was said and decided, and the end of it. */
export function CloseStep({ review, names }: CloseStepProps) {
  return (
    <section className={classes.line} aria-label="Summary">
      <Stack gap="md">
        <Title order={2} size="h3" tabIndex={-1} data-line>
          What we decided
        </Title>
        <Decided review={review} />
        <Actions review={review} line={null} names={names} />
        {review.may.lead ? (
          <Closing review={review} />
        ) : (
          <Text c="dimmed">Whoever leads closes the review.</Text>
        )}
      </Stack>
    </section>
  );
}

export function Decided({ review }: { review: Review }) {
  return (
    <div style={{ overflowX: "auto" }}>
      <Table aria-label="Decisions">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Milestone</Table.Th>
            <Table.Th scope="col">Call</Table.Th>
            <Table.Th scope="col">Decision</Table.Th>
            <Table.Th scope="col">Actions</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {review.lines.map((line) => (
            <Table.Tr key={line.milestoneId}>
              <Table.Th scope="row" fw={500}>
                <Link to={`/m/${line.ref}` as "/"}>{`${shortRef(line)} ${line.title}`}</Link>
              </Table.Th>
              <Table.Td>
                {line.stated ? callWord(line.stated) : "As computed"}
                {line.evidence ? `: ${line.evidence}` : ""}
              </Table.Td>
              <Table.Td>
                {decisionWords(line, review.today)}
                {reasonWords(line) ? `. ${reasonWords(line)}` : ""}
              </Table.Td>
              <Table.Td className="mp-tabular">{line.actions.length || "—"}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What was promised and changed is told first, or the reason why not is kept. */
function Closing({ review }: { review: Review }) {
  const client = useQueryClient();
  const [why, setWhy, clear] = useDraft(`review.${review.id}.untold`);
  const untold = review.untold.length;
  const { submit, busy, problem } = useSubmit(async () => {
    await closeReview(client, review, untold > 0 ? why.trim() : "");
    clear();
  });
  const ready = untold === 0 || why.trim() !== "";
  const keys = useMemo(
    () => [{ keys: "mod+enter", label: "Close the review", inFields: true, run: () => void submit() }],
    [submit],
  );
  useKeys("Summary", keys, { when: ready });
  return (
    <Form onSend={submit}>
      <Stack gap="sm" align="flex-start">
        {untold > 0 ? (
          <>
            <Text>
              {`${counted(untold, "milestone")} changed and the client does not know yet. `}
              <Link to="/p/$projectKey/publish" params={{ projectKey: review.project.key.toLowerCase() }}>
                Publish to team and client
              </Link>
            </Text>
            <TextInput
              label="Or close without telling, because"
              maxLength={1_000}
              value={why}
              w="100%"
              maw={560}
              onChange={({ currentTarget }) => setWhy(currentTarget.value)}
            />
          </>
        ) : null}
        <Refusal problem={problem} />
        <Button type="submit" loading={busy} disabled={!ready} title="Ctrl+Enter">
          Close the review
        </Button>
      </Stack>
    </Form>
  );
}
