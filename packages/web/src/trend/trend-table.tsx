import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { slipWords } from "../lib/baseline.ts";
import { dayText, shortDay } from "../lib/dates.ts";
import type { Trend, TrendMilestone } from "./trend.api.ts";
import classes from "./trend.module.css";
import { shapeWord } from "./trend-words.ts";

/** The same as the chart, for who reads rather than looks. */
export function TrendTable({ trend }: { trend: Trend }) {
  return (
    <div className={classes.scroll}>
      <Table aria-label="Dates of milestones over time">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Milestone</Table.Th>
            {trend.by === "reviews" ? (
              trend.reviews.map((review) => (
                <Table.Th key={review.dueOn} scope="col" className="mp-tabular">
                  <ReviewName review={review} />
                </Table.Th>
              ))
            ) : (
              <>
                <Table.Th scope="col">First</Table.Th>
                <Table.Th scope="col">Now</Table.Th>
              </>
            )}
            <Table.Th scope="col">Moved</Table.Th>
            {trend.baseline ? (
              <Table.Th scope="col">{`Against baseline ${trend.baseline.n}`}</Table.Th>
            ) : null}
            <Table.Th scope="col">Course</Table.Th>
            {trend.by === "days" ? (
              <Table.Th scope="col" className={classes.wide}>
                What was planned when
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trend.milestones.map((milestone) => (
            <Row key={milestone.id} milestone={milestone} trend={trend} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type Review = Trend["reviews"][number];

function ReviewName({ review: { on, state, reason } }: { review: Review }) {
  if (state === "held") return <>{`Review ${shortDay(on)}`}</>;
  return <span className={classes.missed} title={reason || undefined}>{`${shortDay(on)}, not held`}</span>;
}

function Row({ milestone, trend }: { milestone: TrendMilestone; trend: Trend }) {
  const { ref, number, title, moves, slipDays, reachedOn, againstDays } = milestone;
  const reached = reachedOn !== null;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Link to={`/m/${ref}` as "/"}>{`M${number} ${title}`}</Link>
      </Table.Th>
      {trend.by === "reviews" ? (
        <ReviewCells milestone={milestone} trend={trend} />
      ) : (
        <FirstAndNow milestone={milestone} today={trend.today} />
      )}
      <Table.Td className={`${classes.short} mp-tabular`}>
        {[moves > 0 ? `${moves} ×` : "", slipWords(slipDays, reached)].filter(Boolean).join(", ") || "—"}
      </Table.Td>
      {trend.baseline ? (
        <Table.Td className="mp-tabular">{againstText(againstDays, reached)}</Table.Td>
      ) : null}
      <Table.Td>{shapeWord(milestone)}</Table.Td>
      {trend.by === "days" ? <History points={milestone.points} /> : null}
    </Table.Tr>
  );
}

function againstText(days: number | null, reached: boolean): string {
  return days === null ? "—" : slipWords(days, reached) || "As planned";
}

function ReviewCells({ milestone, trend }: { milestone: TrendMilestone; trend: Trend }) {
  const { points, reachedOn } = milestone;
  return trend.reviews.map(({ on, dueOn, state }) => {
    const point = state === "held" ? points.find((each) => each.on === on && each.source === "review") : null;
    const over = reachedOn !== null && on >= reachedOn;
    const text = point ? shortDay(point.targetOn) : over ? `Reached ${shortDay(reachedOn)}` : "—";
    return (
      <Table.Td key={dueOn} className="mp-tabular">
        {text}
      </Table.Td>
    );
  });
}

function FirstAndNow({ milestone, today }: { milestone: TrendMilestone; today: string }) {
  const { points, reachedOn } = milestone;
  const [first] = points;
  const last = points.at(-1);
  return (
    <>
      <Table.Td className="mp-tabular">{first ? dayText(first.targetOn, today) : "—"}</Table.Td>
      <Table.Td className="mp-tabular">
        {last ? `${reachedOn ? "Reached " : ""}${dayText(last.targetOn, today)}` : "—"}
      </Table.Td>
    </>
  );
}

function History({ points }: Pick<TrendMilestone, "points">) {
  return (
    <Table.Td className={`${classes.wide} mp-tabular`}>
      {points
        .filter(({ targetOn }, i) => targetOn !== points[i - 1]?.targetOn)
        .map(({ on, targetOn }) => `${shortDay(on)}: ${shortDay(targetOn)}`)
        .join("; ")}
    </Table.Td>
  );
}
