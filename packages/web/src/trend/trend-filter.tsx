import { Group, MultiSelect, SegmentedControl } from "@mantine/core";
import type { Trend, TrendMilestone } from "./trend.api.ts";
import { numbersOf, SHOWN, type Shown, type TrendSearch } from "./trend-search.ts";

interface TrendFilterProps {
  milestones: Trend["milestones"];
  /** Those that are shown now: where a choice begins. */
  lines: readonly TrendMilestone[];
  search: TrendSearch;
  onChange: (search: Pick<TrendSearch, "show" | "only">) => void;
}

const WORDS: Record<Shown, string> = { moved: "Moved most", next: "Next", all: "All", choose: "Choose" };

/** Which of many lines the chart shows. */
export function TrendFilter({ milestones, lines, search, onChange }: TrendFilterProps) {
  const show = search.show ?? "moved";
  const choose = (numbers: readonly (number | string)[]) =>
    onChange({ show: "choose", ...(numbers.length > 0 ? { only: numbers.join(",") } : {}) });
  const change = (wanted: string) => {
    const next = SHOWN.find((each) => each === wanted) ?? "moved";
    if (next === "choose") choose(lines.map(({ number }) => number));
    else onChange({ show: next });
  };
  return (
    <Group gap="sm" mb="sm" align="flex-start">
      <SegmentedControl
        aria-label="Lines to show"
        data={SHOWN.map((value) => ({
          value,
          label: value === "all" ? `All ${milestones.length}` : WORDS[value],
        }))}
        value={show}
        onChange={change}
      />
      {show === "choose" ? (
        <MultiSelect
          aria-label="Milestones to show"
          placeholder="Add a milestone"
          data={milestones.map(({ number, title }) => ({ value: `${number}`, label: `M${number} ${title}` }))}
          value={numbersOf(search).map(String)}
          onChange={choose}
          searchable
          clearable
          style={{ flex: "1 1 280px", minWidth: 0 }}
        />
      ) : null}
    </Group>
  );
}
