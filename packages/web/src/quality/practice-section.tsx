import { Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { QualityHeading, QualityPoint } from "./quality.api.ts";
import classes from "./quality.module.css";
import { findingsText, limitText, passedText, pointName, practiceName, valueText } from "./quality-words.ts";

const SHOWN = 5;

interface PracticeSectionProps {
  heading: QualityHeading;
  small: boolean;
  planAt: string;
}

/** One practice: whether it is kept, and the points that say so. */
export function PracticeSection({ heading, small, planAt }: PracticeSectionProps) {
  const findings = findingsText(heading);
  const name = practiceName(heading);
  const baseline = heading.practice === "baseline" && !heading.kept;
  return (
    <section aria-label={name}>
      <div className={classes.head}>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text size="sm" fw={heading.kept ? 400 : 650} c={heading.kept ? "dimmed" : "var(--mp-ink)"}>
          {heading.kept ? "Kept" : "Look at it"}
        </Text>
      </div>
      {findings ? (
        <Text size="sm" c="dimmed">
          {findings} <Link to={planAt as "/"}>Open the plan check</Link>
        </Text>
      ) : null}
      {baseline ? (
        <Text size="sm" c="dimmed">
          No version of the plan has been kept yet, so nobody can say how far it has slipped.
        </Text>
      ) : null}
      {heading.points.length > 0 ? <Points points={heading.points} small={small} name={name} /> : null}
    </section>
  );
}

function Points({ points, small, name }: { points: QualityPoint[]; small: boolean; name: string }) {
  return (
    <Table aria-label={`Points of ${name}`} className={classes.points} mt={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Point</Table.Th>
          <Table.Th scope="col">Found, limit</Table.Th>
          <Table.Th scope="col">Verdict</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.map((point) => (
          <Table.Tr key={point.id}>
            <Table.Th scope="row" fw={500}>
              {pointName(point)}
              {point.passed === false ? <Reason point={point} /> : null}
            </Table.Th>
            <Table.Td className="mp-tabular">
              {`${valueText(point)} `}
              <Text span size="sm" c="dimmed">
                {`(${limitText(point, small)})`}
              </Text>
            </Table.Td>
            <Table.Td fw={point.passed === false ? 650 : 400}>{passedText(point)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Reason({ point: { why, items, id } }: { point: QualityPoint }) {
  const more = items.length - SHOWN;
  return (
    <Text size="sm" component="div" c="dimmed" fw={400}>
      {`${why} (${id})`}
      <ul className={classes.items}>
        {items.slice(0, SHOWN).map(({ kind, id: itemId, name, ref }) => (
          <li key={itemId}>
            {ref === null ? (
              name
            ) : (
              <Link to={`/${kind === "milestone" ? "m" : "c"}/${ref}` as "/"}>{name}</Link>
            )}
          </li>
        ))}
        {more > 0 ? <li>{`and ${more} more`}</li> : null}
      </ul>
    </Text>
  );
}
