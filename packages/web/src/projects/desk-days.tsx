import { Table, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Overview } from "./portfolio.api.ts";

/** On whose desk milestones have been, in working days. */
export function DeskDays({ desks }: Pick<Overview, "desks">) {
  if (desks.length === 0) return null;
  return (
    <section aria-labelledby="desk-days">
      <Title order={2} size="h3" id="desk-days" mb={4}>
        Working days so far
      </Title>
      <Table aria-labelledby="desk-days" horizontalSpacing={0} className="mp-tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Milestone</Table.Th>
            <Table.Th ta="right">With the team</Table.Th>
            <Table.Th ta="right">With the client</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {desks.map(({ id, ref, title, teamDays, clientDays }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: "anywhere" }}>
                <Link to={`/m/${ref}` as "/"}>{title}</Link>
              </Table.Th>
              <Table.Td ta="right">{teamDays ?? "not begun"}</Table.Td>
              <Table.Td ta="right">{clientDays}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
