import { Table } from "@mantine/core";
import { dayText } from "../lib/dates.ts";
import type { Measured, WorkDone } from "./work-done.api.ts";
import { amountText } from "./work-done-words.ts";

/** The same as the chart, for who reads rather than looks. */
export function WorkDoneTable({ work, measured }: { work: WorkDone; measured: Measured }) {
  const amount = (value: number | null) => (value === null ? "—" : amountText(value, work));
  const withTime = work.by === "effort";
  return (
    <Table aria-label="Work done against plan, by day">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">By the end of</Table.Th>
          <Table.Th scope="col">Planned</Table.Th>
          <Table.Th scope="col">{withTime ? "Done" : "Reached"}</Table.Th>
          {withTime ? <Table.Th scope="col">Time spent</Table.Th> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="mp-tabular">
        {measured.points.map(({ on, planned, earned, spent }) => (
          <Table.Tr key={on}>
            <Table.Th scope="row" fw={500}>
              {on === work.today ? `${dayText(on, work.today)}, today` : dayText(on, work.today)}
            </Table.Th>
            <Table.Td>{amount(planned)}</Table.Td>
            <Table.Td>{amount(earned)}</Table.Td>
            {withTime ? <Table.Td>{amount(spent)}</Table.Td> : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
