import { List, Stack, Table, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import type { Retrospective } from "./retrospective.api.ts";
import { heldSentence, outcomeText, ratioText, slipText } from "./retrospective-words.ts";

type Facts = Retrospective["facts"];

/** What the project's own rows say. */
export function RetrospectiveFacts({ facts }: { facts: Facts }) {
  return (
    <Stack gap="xl">
      <Outcome facts={facts} />
      <Dates facts={facts} />
      <Reasons facts={facts} />
      <Answers facts={facts} />
      <Estimates facts={facts} />
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Outcome({ facts: { objectives } }: { facts: Facts }) {
  if (objectives.length === 0) return null;
  return (
    <Part title="What came of it">
      <Stack gap="xs">
        {objectives.map((objective) => (
          <div key={objective.id}>
            <Text fw={600}>{objective.statement}</Text>
            <Text className="mp-tabular">
              {objective.measure ? `${objective.measure}: ` : ""}
              {outcomeText(objective)}
            </Text>
          </div>
        ))}
      </Stack>
    </Part>
  );
}

function Dates({ facts }: { facts: Facts }) {
  const { milestones, baseline, medianSlipDays } = facts;
  if (milestones.length === 0) return null;
  const held = heldSentence(facts);
  return (
    <Part title="Promised and reached">
      <Text mb="xs">
        {held ? `${held}. ` : "Nothing was forecast. "}
        {medianSlipDays === null ? "" : `In the middle of all milestones: ${slipText(medianSlipDays)}. `}
        {baseline
          ? `Measured against plan version ${baseline.n}${baseline.approved ? ", which the client approved" : ""}.`
          : "No plan was kept to measure against."}
      </Text>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table aria-label="Promised and reached dates">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Milestone</Table.Th>
              <Table.Th scope="col">Promised</Table.Th>
              <Table.Th scope="col">Reached</Table.Th>
              <Table.Th scope="col">Difference</Table.Th>
              <Table.Th scope="col">Safe by</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {milestones.map((one) => (
              <Table.Tr key={one.id} className="mp-tabular">
                <Table.Th scope="row" fw={500}>
                  {one.title}
                </Table.Th>
                <Table.Td>{one.promisedOn ? dayText(one.promisedOn) : "-"}</Table.Td>
                <Table.Td>{reachedText(one)}</Table.Td>
                <Table.Td>{slipText(one.slipDays)}</Table.Td>
                <Table.Td>{safeText(one)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Part>
  );
}

function reachedText({ state, reachedOn }: Facts["milestones"][number]): string {
  if (state === "dropped") return "dropped";
  return reachedOn ? dayText(reachedOn) : "open";
}

function safeText({ safeOn, reachedOn }: Facts["milestones"][number]): string {
  if (safeOn === null) return "-";
  if (reachedOn === null) return dayText(safeOn);
  return `${dayText(safeOn)}, ${reachedOn <= safeOn ? "held" : "not held"}`;
}

function Reasons({ facts: { reasons } }: { facts: Facts }) {
  if (reasons.length === 0) return null;
  return (
    <Part title="Why dates moved">
      <List spacing={4}>
        {reasons.map(({ reason, days, milestones }) => (
          <List.Item key={reason ?? ""}>
            {`${reason ?? unsaidReason(days)}: ${days === 0 ? "as much earlier as later" : slipText(days)}, ${counted(milestones, "milestone")}`}
          </List.Item>
        ))}
      </List>
    </Part>
  );
}

/** To be reached before its day needs no reason. */
function unsaidReason(days: number): string {
  return days < 0 ? "Reached before its day" : "No reason given";
}

const MOST = 5;

function Answers({ facts: { answers } }: { facts: Facts }) {
  const { medianDays, each } = answers;
  if (medianDays === null) return null;
  return (
    <Part title="How long answers took">
      <Text
        mb={4}
      >{`Half of ${counted(each.length, "answer")} came within ${counted(medianDays, "working day")}.`}</Text>
      <List spacing={4}>
        {each.slice(0, MOST).map(({ title, kind, days }) => (
          <List.Item
            key={`${kind} ${title} ${days}`}
          >{`${title}: ${counted(days, "working day")}`}</List.Item>
        ))}
      </List>
    </Part>
  );
}

function Estimates({ facts: { estimates } }: { facts: Facts }) {
  if (estimates.length === 0) return null;
  return (
    <Part title="Estimates">
      <Text size="sm" c="dimmed" mb={4}>
        Each person sees their own; those who lead the project see all.
      </Text>
      <List spacing={4}>
        {estimates.map(({ personId, name, cards, ratio }) => (
          <List.Item
            key={personId}
          >{`${name}: ${counted(cards, "finished card")} ${ratioText(ratio)}`}</List.Item>
        ))}
      </List>
    </Part>
  );
}
