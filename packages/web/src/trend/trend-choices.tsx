import { Group, NativeSelect, SegmentedControl } from "@mantine/core";
import { baselineName } from "../lib/baseline.ts";
import type { Trend } from "./trend.api.ts";
import type { ChangeTrend } from "./trend-search.ts";

interface TrendChoicesProps {
  trend: Trend;
  table: boolean;
  onTable: () => void;
  onChange: ChangeTrend;
}

/** Which days, measured against which version, as a chart or as a table. */
export function TrendChoices({ trend, table, onTable, onChange }: TrendChoicesProps) {
  const { by, reviews, baseline, baselines } = trend;
  return (
    <Group gap="xs" className="mp-screen">
      {baseline && baselines.length > 1 ? (
        <NativeSelect
          aria-label="Measure against"
          value={String(baseline.n)}
          onChange={({ currentTarget: { value } }) => onChange({ base: Number(value) })}
          data={baselines.map((each) => ({ value: String(each.n), label: baselineName(each) }))}
        />
      ) : null}
      {reviews.length > 0 ? (
        <SegmentedControl
          aria-label="Days"
          data={[
            { value: "reviews", label: "Reviews" },
            { value: "days", label: "All days" },
          ]}
          value={by}
          onChange={(value) => onChange({ days: value === "days" ? "all" : "reviews" })}
        />
      ) : null}
      <SegmentedControl
        aria-label="View"
        data={[
          { value: "chart", label: "Chart" },
          { value: "table", label: "Table" },
        ]}
        value={table ? "table" : "chart"}
        onChange={onTable}
      />
    </Group>
  );
}
