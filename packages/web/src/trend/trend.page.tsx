import { SegmentedControl, Text, Title, VisuallyHidden } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useProject } from "../lib/current-project.ts";
import { shortDay } from "../lib/dates.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { type Trend, trendQuery } from "./trend.api.ts";
import classes from "./trend.module.css";
import { TrendChart } from "./trend-chart.tsx";
import { readSearch } from "./trend-search.ts";
import { TrendTable } from "./trend-table.tsx";
import { hasTrend, trendSentence } from "./trend-words.ts";

/** S11: are dates stable or drifting? */
export function TrendPage() {
  const { id, name, key } = useProject();
  useTitle("Trend", name);
  const trend = useSuspenseQuery(trendQuery(id)).data;
  const table = readSearch(useSearch({ strict: false })).view === "table";
  const navigate = useNavigate();
  const keys = useMemo(() => {
    const show = () =>
      void navigate({ to: ".", replace: true, search: (table ? {} : { view: "table" }) as never });
    return { show, list: [{ keys: "t", label: table ? "As a chart" : "As a table", run: show }] };
  }, [navigate, table]);
  useKeys("Trend", keys.list);
  if (!hasTrend(trend))
    return (
      <Page title="Trend">
        <EmptyState
          title="The trend starts on the second day"
          action={
            <Link to="/p/$projectKey/roadmap" params={{ projectKey: key.toLowerCase() }}>
              Open the roadmap
            </Link>
          }
        >
          Every day the dates of all milestones are kept. From the second one on each is a line: flat holds
          its date, rising slips, zigzag is not sure.
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title="Trend"
      lead={trendSentence(trend)}
      actions={
        <SegmentedControl
          aria-label="View"
          data={[
            { value: "chart", label: "Chart" },
            { value: "table", label: "Table" },
          ]}
          value={table ? "table" : "chart"}
          onChange={keys.show}
        />
      }
    >
      {table ? (
        <TrendTable trend={trend} />
      ) : (
        <div className={classes.both}>
          <figure style={{ margin: 0 }}>
            <TrendChart trend={trend} />
            <VisuallyHidden>
              <TrendTable trend={trend} />
            </VisuallyHidden>
            <Text component="figcaption" size="sm" c="dimmed" mt="xs">
              To the right: when it was planned. Upwards: for which day. Flat holds its date, rising slips; on
              the slanted line a milestone is due that day.
            </Text>
          </figure>
          <Reasons trend={trend} />
        </div>
      )}
    </Page>
  );
}

/** The dots of the chart in words, newest first. */
function Reasons({ trend }: { trend: Trend }) {
  if (trend.reasons.length === 0) return null;
  const numbers = new Map(trend.milestones.map(({ id, number }) => [id, number]));
  return (
    <section aria-label="Reasons">
      <Title order={2} size="h4" mb="xs">
        Reasons
      </Title>
      <ol className={classes.reasons}>
        {trend.reasons.toReversed().map(({ milestoneId, on, targetOn, reason }) => (
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
