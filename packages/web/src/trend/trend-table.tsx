import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { slipWords } from "../lib/baseline.ts";
import { dayText, shortDay } from "../lib/dates.ts";
import type { Trend, TrendMilestone } from "./trend.api.ts";
import classes from "./trend.module.css";

/** The same as the chart, for who reads rather than looks. */
export function TrendTable({ trend }: { trend: Trend }) {
  return (
    <Table aria-label="Dates of milestones over time">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Milestone</Table.Th>
          <Table.Th scope="col">First</Table.Th>
          <Table.Th scope="col">Now</Table.Th>
          <Table.Th scope="col">Moved</Table.Th>
          <Table.Th scope="col" className={classes.wide}>
            What was planned when
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {trend.milestones.map((milestone) => (
          <Row key={milestone.id} milestone={milestone} today={trend.today} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ milestone, today }: { milestone: TrendMilestone; today: string }) {
  const { ref, number, title, points, moves, slipDays, reachedOn } = milestone;
  const [first] = points;
  const last = points.at(-1);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Link to={`/m/${ref}` as "/"}>{`M${number} ${title}`}</Link>
      </Table.Th>
      <Table.Td className="mp-tabular">{first ? dayText(first.targetOn, today) : "—"}</Table.Td>
      <Table.Td className="mp-tabular">
        {last ? `${reachedOn ? "Reached " : ""}${dayText(last.targetOn, today)}` : "—"}
      </Table.Td>
      <Table.Td className="mp-tabular">
        {[moves > 0 ? `${moves} ×` : "", slipWords(slipDays, reachedOn !== null)]
          .filter(Boolean)
          .join(", ") || "—"}
      </Table.Td>
      <Table.Td className={`${classes.wide} mp-tabular`}>
        {points
          .filter(({ targetOn }, i) => targetOn !== points[i - 1]?.targetOn)
          .map(({ on, targetOn }) => `${shortDay(on)}: ${shortDay(targetOn)}`)
          .join("; ")}
      </Table.Td>
    </Table.Tr>
  );
}
