import { Text, Title, VisuallyHidden } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useProject } from "../lib/current-project.ts";
import { shortDay } from "../lib/dates.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useTitle } from "../lib/title.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { BurnUpSection } from "./burn-up.tsx";
import { type Trend, trendQuery } from "./trend.api.ts";
import classes from "./trend.module.css";
import { TrendChart } from "./trend-chart.tsx";
import { TrendChoices } from "./trend-choices.tsx";
import { TrendFilter } from "./trend-filter.tsx";
import { linesShown, MOST_LINES } from "./trend-lines.ts";
import { type ChangeTrend, readSearch, type TrendChange, type TrendSearch } from "./trend-search.ts";
import { TrendTable } from "./trend-table.tsx";
import { hasTrend, isDotted, trendSentence } from "./trend-words.ts";
import { WorkDoneSection } from "./work-done.tsx";

/** S11: are dates stable or drifting? */
export function TrendPage() {
  const { id, name } = useProject();
  useTitle("Trend", name);
  const search = readSearch(useSearch({ strict: false }));
  const trend = useSuspenseQuery(trendQuery(id, search)).data;
  const table = search.view === "table";
  const change = useSearchChange(applied);
  const keys = useMemo(() => {
    const show = () => change({ view: table ? undefined : "table" });
    return { show, list: [{ keys: "t", label: table ? "As a chart" : "As a table", run: show }] };
  }, [change, table]);
  useKeys("Trend", keys.list);
  const starts = hasTrend(trend);
  return (
    <Page
      title="Trend"
      {...(starts ? { lead: trendSentence(trend) } : {})}
      actions={<TrendChoices trend={trend} table={table} onTable={keys.show} onChange={change} />}
    >
      {starts ? (
        table ? (
          <TrendTable trend={trend} />
        ) : (
          <Chart trend={trend} search={search} onChange={change} />
        )
      ) : (
        <NoTrend by={trend.by} />
      )}
      <BurnUpSection trend={trend} search={search} onChange={change} />
      <WorkDoneSection search={search} onChange={change} />
    </Page>
  );
}

function NoTrend({ by }: Pick<Trend, "by">) {
  const { key } = useProject();
  return (
    <EmptyState
      title="Trend starts with the second review"
      action={
        <Link to="/p/$projectKey/roadmap" params={{ projectKey: key.toLowerCase() }}>
          Open the roadmap
        </Link>
      }
    >
      {"From then on each milestone is a line: flat holds its date, rising slips, zigzag is not sure."}
      {by === "days"
        ? " Its date is kept every day as well, so from tomorrow on there are days to look at."
        : ""}
    </EmptyState>
  );
}

function applied(before: TrendSearch, change: TrendChange): TrendSearch {
  return readSearch({ ...before, ...change });
}

interface ChartProps {
  trend: Trend;
  search: TrendSearch;
  onChange: ChangeTrend;
}

function Chart({ trend, search, onChange }: ChartProps) {
  const lines = linesShown(trend.milestones, search);
  const many = trend.milestones.length > MOST_LINES;
  return (
    <>
      {many ? (
        <TrendFilter
          milestones={trend.milestones}
          lines={lines}
          search={search}
          onChange={({ show, only }) => onChange({ show, only })}
        />
      ) : null}
      <div className={classes.both}>
        <figure style={{ margin: 0 }}>
          {lines.length === 0 ? (
            <Text c="dimmed">Choose milestones to see their lines.</Text>
          ) : (
            <TrendChart trend={trend} lines={lines} />
          )}
          <VisuallyHidden>
            <TrendTable trend={trend} />
          </VisuallyHidden>
          <Text component="figcaption" size="sm" c="dimmed" mt="xs">
            {many ? `${lines.length} of ${trend.milestones.length} lines; the table has all. ` : ""}
            {trend.by === "reviews" ? "To the right: reviews." : "To the right: when it was planned."}
            {
              " Upwards: for which day. Flat holds its date, rising slips; on the slanted line a milestone is due that day."
            }
            {isDotted(trend) ? " Dotted: a review in between was not held." : ""}
          </Text>
        </figure>
        <Reasons trend={trend} lines={lines} />
      </div>
    </>
  );
}

/** The dots of the chart in words, newest first. */
function Reasons({ trend, lines }: { trend: Trend; lines: Trend["milestones"] }) {
  const numbers = new Map(lines.map(({ id, number }) => [id, number]));
  const reasons = trend.reasons.filter(({ milestoneId }) => numbers.has(milestoneId));
  if (reasons.length === 0) return null;
  return (
    <section aria-label="Reasons">
      <Title order={2} size="h4" mb="xs">
        Reasons
      </Title>
      <ol className={classes.reasons}>
        {reasons.toReversed().map(({ milestoneId, on, targetOn, reason }) => (
          <li key={`${milestoneId} ${on} ${targetOn}`}>
            <Text size="sm" c="dimmed" className="mp-tabular">
              {`${shortDay(on)} · M${numbers.get(milestoneId) ?? ""} → ${shortDay(targetOn)}`}
            </Text>
            {reason}
          </li>
        ))}
      </ol>
    </section>
  );
}
