import { Group, NativeSelect, SegmentedControl, Table, Text, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { type BurnUp, burnUpQuery } from "./burn-up.api.ts";
import { BurnUpChart } from "./burn-up-chart.tsx";
import { amountsOf, amountText, burnUpSentence, type Count, rowsOf } from "./burn-up-words.ts";
import type { Trend } from "./trend.api.ts";
import type { ChangeTrend, TrendSearch } from "./trend-search.ts";
import classes from "./work-done.module.css";

interface BurnUpSectionProps {
  trend: Trend;
  search: TrendSearch;
  onChange: ChangeTrend;
}

/** How much was there to do, how much of it is done, and did the one run away from the other? */
export function BurnUpSection({ trend, search, onChange }: BurnUpSectionProps) {
  const { id } = useProject();
  const milestone = trend.milestones.find(({ number }) => number === search.of);
  const { data: burnUp } = useQuery(burnUpQuery(id, milestone?.id));
  const count: Count = search.count ?? "cards";
  if (!burnUp) return null;
  return (
    <section className={classes.section} aria-labelledby="burn-up">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="burn-up">
          Scope and what is done
        </Title>
        <Group gap="xs" className="mp-screen">
          <NativeSelect
            aria-label="Scope of"
            value={milestone ? String(milestone.number) : ""}
            onChange={({ currentTarget: { value } }) => onChange({ of: value ? Number(value) : undefined })}
            data={[
              { value: "", label: "All milestones" },
              ...trend.milestones.map(({ number, title }) => ({
                value: String(number),
                label: `M${number} ${title}`,
              })),
            ]}
          />
          <SegmentedControl
            aria-label="Count scope"
            data={[
              { value: "cards", label: "In cards" },
              { value: "hours", label: "In hours" },
            ]}
            value={count}
            onChange={(value) => onChange({ count: value === "hours" ? value : undefined })}
          />
        </Group>
      </Group>
      <Picture burnUp={burnUp} count={count} trend={trend} table={search.view === "table"} />
    </section>
  );
}

interface PictureProps {
  burnUp: BurnUp;
  count: Count;
  trend: Trend;
  table: boolean;
}

function Picture({ burnUp, count, trend, table }: PictureProps) {
  const { key } = useProject();
  const now = burnUp.points.at(-1);
  if (!now || now.scopeCards === 0)
    return (
      <Text c="dimmed" className={classes.sentences}>
        {"No card serves a milestone here yet. "}
        <Link to="/p/$projectKey/board" params={{ projectKey: key.toLowerCase() }}>
          Add cards to milestones
        </Link>
      </Text>
    );
  const without = now.scopeCards - burnUp.estimated;
  return (
    <>
      <Text className={classes.sentences}>{burnUpSentence(burnUp, count, trend.baseline)}</Text>
      {table ? (
        <BurnUpTable burnUp={burnUp} count={count} />
      ) : (
        <figure style={{ margin: "12px 0 0" }}>
          <BurnUpChart burnUp={burnUp} count={count} />
          <VisuallyHidden>
            <BurnUpTable burnUp={burnUp} count={count} />
          </VisuallyHidden>
        </figure>
      )}
      <Text size="sm" c="dimmed" mt="xs" className={classes.sentences}>
        {"Cards that serve a milestone, without what was put off or put away undone. "}
        {count === "hours" && without > 0
          ? `${without} of ${now.scopeCards} have no estimate and count like the middle one of the others.`
          : ""}
      </Text>
    </>
  );
}

/** The same as the chart, for who reads rather than looks. */
function BurnUpTable({ burnUp, count }: { burnUp: BurnUp; count: Count }) {
  return (
    <Table aria-label="Scope and what is done, by day">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">By the end of</Table.Th>
          <Table.Th scope="col">Scope</Table.Th>
          <Table.Th scope="col">Done</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="mp-tabular">
        {rowsOf(burnUp.points).map((point) => {
          const { scope, done } = amountsOf(point, count);
          return (
            <Table.Tr key={point.on}>
              <Table.Th scope="row" fw={500}>
                {dayText(point.on, burnUp.today)}
              </Table.Th>
              <Table.Td>{amountText(scope, count)}</Table.Td>
              <Table.Td>{amountText(done, count)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
