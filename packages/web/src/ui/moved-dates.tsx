import { Table, Text } from "@mantine/core";
import type { WindowMove } from "@milepost/planning";
import { slipText } from "../lib/date-effect.ts";
import { dayText } from "../lib/dates.ts";

interface MovedDatesProps {
  moves: readonly WindowMove[];
  titles: ReadonlyMap<string, string>;
  today: string;
}

/** Old dates beside new ones, before anything moves. */
export function MovedDates({ moves, titles, today }: MovedDatesProps) {
  return (
    <Table aria-label="What moves" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Milestone</Table.Th>
          <Table.Th scope="col">Now</Table.Th>
          <Table.Th scope="col">Then</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {moves.map(({ milestoneId, from, to, slipDays }) => (
          <Table.Tr key={milestoneId}>
            <Table.Th scope="row" fw={450}>
              {titles.get(milestoneId)}
            </Table.Th>
            <Table.Td>{windowText(from, today)}</Table.Td>
            <Table.Td>
              {windowText(to, today)}
              <Text component="span" size="xs" c="dimmed">
                {slipText(slipDays)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function windowText({ startOn, targetOn }: WindowMove["to"], today: string): string {
  const target = targetOn ? dayText(targetOn, today) : "no date";
  return startOn ? `${dayText(startOn, today)} – ${target}` : target;
}
