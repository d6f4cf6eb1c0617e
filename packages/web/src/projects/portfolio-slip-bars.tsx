import { Text } from "@mantine/core";
import type { PortfolioProject } from "./portfolio.api.ts";
import { type ProjectSlip, slipSentence, slipText } from "./portfolio-slip.ts";

const WIDTH = 72;
const HEIGHT = 20;
const GAP = 2;
/** Less than a working week does not fill the picture. */
const LEAST = 5;

/** "+9 d vs baseline", and how it came to that in the last weeks; nothing while no plan was kept. */
export function Slip({ project: { slip, milestones } }: { project: PortfolioProject }) {
  if (!slip) return null;
  const end = milestones.find(({ id }) => id === slip.milestoneId)?.title ?? "The end";
  return (
    <>
      <Text size="xs" className="mp-tabular" fw={slip.days > 0 ? 600 : undefined}>
        {slipText(slip)}
      </Text>
      <Bars weeks={slip.weeks} label={slipSentence(slip, end)} />
    </>
  );
}

/** A bar a week: up is later than the baseline, down is earlier. */
function Bars({ weeks, label }: { weeks: ProjectSlip["weeks"]; label: string }) {
  const all = weeks.map(({ days }) => days);
  const [highest, lowest] = [Math.max(LEAST, ...all), Math.min(0, ...all)];
  const y = (days: number) => 1 + ((HEIGHT - 3) * (highest - days)) / (highest - lowest);
  const step = WIDTH / Math.max(weeks.length, 2);
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label} style={{ display: "block" }}>
      <title>{label}</title>
      {weeks.map(({ on, days }, at) => (
        <rect
          key={on}
          x={at * step}
          y={Math.min(y(days), y(0)) - (days === 0 ? 1 : 0)}
          width={step - GAP}
          height={Math.max(2, Math.abs(y(days) - y(0)))}
          fill={days > 0 ? "var(--mp-at-risk)" : "var(--mp-control)"}
        />
      ))}
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} stroke="var(--mp-dim)" />
    </svg>
  );
}
