import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Project } from "../lib/current-project.ts";
import { dayText, momentText } from "../lib/dates.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { CounterFields } from "./counter-fields.tsx";
import { answerProposal, effectQuery, type Patch, type Proposal } from "./input.api.ts";
import classes from "./input.module.css";
import { ProposalEffect } from "./proposal-effect.tsx";

interface ProposalCardProps {
  project: Project;
  proposal: Proposal;
  manages: boolean;
}

const STATES: Record<Proposal["state"], string> = {
  open: "waits for an answer",
  accepted: "accepted",
  countered: "countered, waits for them",
  declined: "declined",
  withdrawn: "taken back",
};

/** What somebody would have otherwise, what that would do to the plan, and the answer. */
export function ProposalCard({ project, proposal, manages }: ProposalCardProps) {
  const { milestone, by, at, words, state, answer } = proposal;
  return (
    <li className={classes.proposal}>
      <Text fw={600}>{milestone ? `${milestone.ref} ${milestone.title}` : "One more milestone"}</Text>
      <Text size="sm" c="dimmed">
        {by?.name ?? "Somebody"}, {momentText(at)} · {STATES[state]}
      </Text>
      {words === "" ? null : <Text className={classes.words}>“{words}”</Text>}
      {state === "open" && manages ? (
        <OpenProposal project={project} proposal={proposal} />
      ) : (
        <Text size="sm">{patchText(proposal.patch)}</Text>
      )}
      {answer === "" ? null : <Text size="sm">Answer: {answer}</Text>}
      {proposal.counter ? <Text size="sm">Instead: {patchText(proposal.counter)}</Text> : null}
    </li>
  );
}

/** What it would have otherwise, in one line. */
function patchText({ targetOn, title, outcome, criteria }: Patch): string {
  const parts = [
    ...(targetOn ? [`date ${dayText(targetOn)}`] : []),
    ...(title ? [`called “${title}”`] : []),
    ...(outcome ? [`outcome “${outcome}”`] : []),
    ...(criteria ? [`done when: ${criteria.join("; ")}`] : []),
  ];
  return parts.join(", ");
}

function OpenProposal({ project, proposal }: Omit<ProposalCardProps, "manages">) {
  const client = useQueryClient();
  const [counter, setCounter] = useState<Patch | null>(null);
  const [words, setWords] = useState("");
  const { data: effect, error } = useQuery(effectQuery(proposal, counter));
  const { submit, busy, problem } = useSubmit((verdict: "accepted" | "countered" | "declined") =>
    answerProposal(client, proposal, {
      verdict,
      words: words.trim(),
      ...(verdict === "countered" && counter !== null ? { counter } : {}),
    }),
  );
  return (
    <Stack gap="sm" mt="xs">
      {error ? <Refusal problem={error} /> : null}
      {effect ? <ProposalEffect project={project} effect={effect} /> : null}
      {counter === null ? null : <CounterFields patch={counter} onChange={setCounter} />}
      <TextInput
        label="Your answer"
        description="They read it on their page. Needed to decline."
        maxLength={2_000}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Refusal problem={problem} />
      <Group>
        {counter === null ? (
          <>
            <Button
              loading={busy}
              disabled={effect?.refusal !== null}
              onClick={() => void submit("accepted")}
            >
              Accept into the draft
            </Button>
            <Button variant="default" onClick={() => setCounter(proposal.patch)}>
              Propose something else
            </Button>
            <Button
              variant="default"
              loading={busy}
              disabled={words.trim() === ""}
              onClick={() => void submit("declined")}
            >
              Decline
            </Button>
          </>
        ) : (
          <>
            <Button
              loading={busy}
              disabled={effect?.refusal !== null}
              onClick={() => void submit("countered")}
            >
              Send this proposal back
            </Button>
            <Button variant="default" onClick={() => setCounter(null)}>
              Leave it
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
