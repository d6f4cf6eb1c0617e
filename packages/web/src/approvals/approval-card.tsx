import { Anchor, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { apiLink } from "../lib/api.ts";
import { useProject } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { mailText, stateText, titleText, windowText } from "./approval-words.ts";
import { type Approval, handOverLink, nudge } from "./approvals.api.ts";
import classes from "./approvals.module.css";
import { HandedOver, RecordDialog } from "./record-dialog.tsx";
import { CancelDialog, NewVersionDialog } from "./round-dialogs.tsx";
import { Said } from "./said.tsx";
import { SaidYes } from "./said-yes.tsx";

interface CardProps {
  approval: Approval;
  manages: boolean;
}

/** One request: what, since when, who has opened it, what was said, and what can be done about it. */
export function ApprovalCard({ approval, manages }: CardProps) {
  const project = useProject();
  const { question, milestone, state, acceptance, cancelledReason, changed } = approval;
  return (
    <article className={classes.card} aria-label={titleText(approval)}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{titleText(approval)}</Text>
        <Text size="sm" c="dimmed">
          {stateText(approval)}
        </Text>
      </Group>
      {question === approval.title ? null : <Text>{question}</Text>}
      {changed ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
          Changed: {changed}
        </Text>
      ) : null}
      {cancelledReason ? <Text size="sm">{cancelledReason}</Text> : null}
      {milestone ? (
        <Anchor component={Link} to={`/m/${project.key}-M${milestone.number}` as "/"} size="sm">
          M{milestone.number}
        </Anchor>
      ) : null}
      {acceptance && state === "open" ? (
        <Text size="sm" c="dimmed">
          {windowText(acceptance)}
        </Text>
      ) : null}
      <People approval={approval} />
      <SaidYes approval={approval} manages={manages} />
      <Said approval={approval} />
      <Proof approval={approval} />
      {manages ? <Acts approval={approval} /> : null}
    </article>
  );
}

function People({ approval }: { approval: Approval }) {
  const when = (at: string | null) => (at === null ? "not yet" : momentText(at));
  return (
    <div className={classes.wide}>
      <Table aria-label="Who is asked" mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Who</Table.Th>
            <Table.Th>Sent</Table.Th>
            <Table.Th>Opened</Table.Th>
            <Table.Th>Commented</Table.Th>
            <Table.Th>Decided</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {approval.people.map((each) => (
            <Table.Tr key={each.person.id}>
              <Table.Td>
                {each.person.name}
                {each.delegate ? `, in their place ${each.delegate.name}` : ""}
                {each.part === "adviser" ? " (opinion)" : ""}
              </Table.Td>
              <Table.Td data-label="Sent">{mailText(each)}</Table.Td>
              <Table.Td data-label="Opened">{when(each.openedAt)}</Table.Td>
              <Table.Td data-label="Commented">{when(each.commentedAt)}</Table.Td>
              <Table.Td data-label="Decided">{when(decidedAt(approval, each))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function decidedAt({ decisions }: Approval, { person, delegate }: Approval["people"][number]): string | null {
  const own = decisions.filter(
    (one) => one.takenBackAt === null && [person.id, delegate?.id].includes(one.person.id),
  );
  return own.at(-1)?.at ?? null;
}

const TAKE_BACK_MS = 5 * 60_000;

/** To keep, or to hand on: the certificate as soon as the decision can no longer be taken back. */
function Proof({ approval: { id, outcome, outcomeAt, decisions, mayProve } }: { approval: Approval }) {
  if (decisions.length === 0 || !mayProve) return null;
  const isFinal =
    outcomeAt !== null && outcome !== "lapsed" && Date.parse(outcomeAt) + TAKE_BACK_MS <= Date.now();
  return (
    <Group gap="md" mt="xs">
      {isFinal ? (
        <Anchor size="sm" href={apiLink(`/approvals/${id}/certificate.pdf`)}>
          Certificate (PDF)
        </Anchor>
      ) : null}
      <Anchor size="sm" href={apiLink(`/approvals/${id}/record.json`)}>
        Record to verify (JSON)
      </Anchor>
    </Group>
  );
}

type Asked = "version" | "cancel" | "record" | null;

function Acts({ approval }: { approval: Approval }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);
  const [address, setAddress] = useState<string | null>(null);
  const { state, outcome, people, kind } = approval;
  const isOpen = state === "open";
  const again = isOpen || state === "waiting" || (outcome === "changes_requested" && kind !== "change");
  const waiting = people.filter(({ turn }) => turn);
  const { submit, busy, problem } = useSubmit(async (act: () => Promise<unknown>) => act());
  const close = () => setAsked(null);
  if (!again) return null;
  return (
    <Stack gap="xs" mt="sm" className="mp-screen">
      <Group gap="xs">
        {isOpen
          ? waiting.map(({ person }) => (
              <Button
                key={person.id}
                size="compact-sm"
                variant="default"
                loading={busy}
                onClick={() =>
                  void submit(async () => {
                    await nudge(client, approval, person.id);
                    sayDone(`${person.name} is reminded`);
                  })
                }
              >
                Nudge {person.name}
              </Button>
            ))
          : null}
        {isOpen
          ? waiting.filter(noMail).map(({ person }) => (
              <Button
                key={person.id}
                size="compact-sm"
                variant="default"
                onClick={() => void submit(async () => setAddress(await handOverLink(approval, person.id)))}
              >
                Hand over a link for {person.name}
              </Button>
            ))
          : null}
        {kind === "change" ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setAsked("version")}>
            New version
          </Button>
        )}
        {isOpen ? (
          <Button size="compact-sm" variant="default" onClick={() => setAsked("record")}>
            Record on behalf of
          </Button>
        ) : null}
        {state !== "decided" ? (
          <Button size="compact-sm" variant="default" onClick={() => setAsked("cancel")}>
            Take back
          </Button>
        ) : null}
      </Group>
      <Refusal problem={problem} />
      {address ? <HandedOver address={address} onClose={() => setAddress(null)} /> : null}
      {asked === "version" ? <NewVersionDialog approval={approval} onClose={close} /> : null}
      {asked === "cancel" ? <CancelDialog approval={approval} onClose={close} /> : null}
      {asked === "record" ? <RecordDialog approval={approval} onClose={close} /> : null}
    </Stack>
  );
}

/** Only where mail did not get there is there anything to hand over. */
function noMail({ mail }: Approval["people"][number]): boolean {
  return mail === null || mail.state === "failed" || mail.state === "outbox";
}
