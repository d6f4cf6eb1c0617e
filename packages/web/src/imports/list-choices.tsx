import { Badge, Select, Table, Text } from "@mantine/core";
import type { ListChoice, Preview } from "./imports.api.ts";

const COLUMN = [
  { value: "todo", label: "Column: to do" },
  { value: "doing", label: "Column: doing" },
  { value: "done", label: "Column: done" },
];
const ARCHIVE = [
  { value: "todo", label: "Archived cards: to do" },
  { value: "doing", label: "Archived cards: doing" },
  { value: "done", label: "Archived cards: done" },
];
const OTHERWISE = [
  { value: "milestone", label: "Milestone that its cards serve" },
  { value: "skip", label: "Leave out" },
];

interface ListChoicesProps {
  lists: Preview["lists"];
  choices: Record<string, ListChoice>;
  onChoose: (id: string, choice: ListChoice) => void;
}

/** Where each list goes; the suggestion comes from its name. */
export function ListChoices({ lists, choices, onChoose }: ListChoicesProps) {
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing="xs" aria-label="Lists">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">List</Table.Th>
            <Table.Th scope="col">Cards</Table.Th>
            <Table.Th scope="col">Becomes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lists.map((list) => (
            <Table.Tr key={list.id}>
              <Table.Th scope="row" fw={500}>
                {list.name} {list.archived ? <Badge variant="outline">archived</Badge> : null}
              </Table.Th>
              <Table.Td>
                <Text size="sm">{cardCount(list)}</Text>
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${list.name} becomes`}
                  data={[...(list.archived ? ARCHIVE : COLUMN), ...OTHERWISE]}
                  allowDeselect={false}
                  value={wordOf(choices[list.id])}
                  onChange={(word) => onChoose(list.id, choiceOf(word))}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function cardCount({ cards, archivedCards }: Preview["lists"][number]): string {
  return archivedCards > 0 ? `${cards}, and ${archivedCards} archived` : String(cards);
}

function wordOf(choice: ListChoice | undefined): string {
  if (!choice) return "skip";
  return choice.to === "column" ? choice.category : choice.to;
}

function choiceOf(word: string | null): ListChoice {
  if (word === "milestone") return { to: "milestone" };
  if (word === "todo" || word === "doing" || word === "done") return { to: "column", category: word };
  return { to: "skip" };
}
