import { Text } from "@mantine/core";
import { daysBetween, shortDay } from "../lib/dates.ts";
import { chanceText, forecastText } from "../lib/forecast-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { ForecastBand } from "../ui/forecast-band.tsx";
import { useWidth } from "../ui/use-width.ts";

interface ForecastLineProps {
  forecast: NonNullable<Milestone["forecast"]>;
  targetOn: string | null;
  today: string;
}

const HEIGHT = 44;
const LINE = 14;
const PAD = 24;

/** From today to the last day that is worth a thought: where it lands, and where the target stands in that. */
export function ForecastLine({ forecast, targetOn, today }: ForecastLineProps) {
  const [ref, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(measured, 200);
  const last = [forecast.p95On, targetOn ?? today].toSorted().at(-1) ?? forecast.p95On;
  const perDay = (width - 2 * PAD) / Math.max(1, daysBetween(today, last));
  const x = (day: string) => PAD + daysBetween(today, day) * perDay;
  const scale = { x, middle: (day: string) => x(day) + perDay / 2, end: (day: string) => x(day) + perDay };
  const { chance } = forecast;
  return (
    <div ref={ref}>
      <Text className="mp-tabular">
        {forecastText(forecast)}
        {targetOn !== null && chance !== null ? (
          <Text component="span" c="dimmed">{` · ${chanceText(chance, targetOn)}`}</Text>
        ) : null}
      </Text>
      <svg width={width} height={HEIGHT} aria-hidden="true" style={{ display: "block", overflow: "visible" }}>
        <path d={`M${PAD} ${LINE}H${width - PAD}`} stroke="var(--mp-control)" strokeDasharray="1 5" />
        <ForecastBand forecast={forecast} scale={scale} y={LINE} />
        <Mark at={x(today)} y={LINE} words="today" />
        {targetOn !== null && targetOn >= today ? (
          <>
            <path
              d={`M${scale.middle(targetOn)} ${LINE - 9}l9 9-9 9-9-9z`}
              fill="var(--mp-paper)"
              stroke="var(--mp-ink)"
              strokeWidth="2"
            />
            <Mark at={scale.middle(targetOn)} y={LINE} words={shortDay(targetOn)} />
          </>
        ) : null}
      </svg>
    </div>
  );
}

function Mark({ at, y, words }: { at: number; y: number; words: string }) {
  return (
    <text x={at} y={y + 26} textAnchor="middle" fontSize="12" fill="var(--mp-dim)">
      {words}
    </text>
  );
}
