import { Alert, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { dayText, momentText } from "../lib/dates.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { closeRound, type InputRound } from "./input.api.ts";

interface RoundPanelProps {
  round: InputRound;
  manages: boolean;
}

/** One round: what was put before whom, and how far they are. */
export function RoundPanel({ round, manages }: RoundPanelProps) {
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit(() => closeRound(client, round));
  const { publication, deadlineOn, words, by, at, closedAt, gaps, gapsReason, people } = round;
  return (
    <Stack gap="sm">
      <Text>
        Publication {publication}, asked by {by?.name ?? "somebody who has left"} on {momentText(at)}, answers
        by {dayText(deadlineOn)}
        {closedAt === null ? "." : `, closed ${momentText(closedAt)}.`}
      </Text>
      {words === "" ? null : <Text style={{ whiteSpace: "pre-wrap" }}>{words}</Text>}
      {gaps.length > 0 ? (
        <Alert variant="light" color="yellow" title={`Sent although something was missing: ${gapsReason}`}>
          <Text size="sm">{gaps.join(" ")}</Text>
        </Alert>
      ) : null}
      <Table aria-label="Who was asked">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Who</Table.Th>
            <Table.Th>Opened</Table.Th>
            <Table.Th>Has said all</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ id, name, side, openedAt, doneAt }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {name}
                {side === "team" ? (
                  <Text span c="dimmed">
                    {" "}
                    colleague
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>{openedAt === null ? "not yet" : momentText(openedAt)}</Table.Td>
              <Table.Td>{doneAt === null ? "not yet" : momentText(doneAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Refusal problem={problem} />
      {manages ? (
        <Group>
          <Button variant="default" loading={busy} onClick={() => void submit()}>
            Close the round
          </Button>
          <Text size="sm" c="dimmed">
            Links only show what was said from then on; the milestones are drafts again.
          </Text>
        </Group>
      ) : null}
    </Stack>
  );
}
