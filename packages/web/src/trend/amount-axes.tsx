import { shortDay } from "../lib/dates.ts";
import { monthsOf } from "./trend-scale.ts";

interface AmountAxesProps {
  from: string;
  to: string;
  x: (day: string) => number;
  y: (amount: number) => number;
  left: number;
  height: number;
  /** Where a line is drawn across, each with its words. */
  amounts: readonly { amount: number; label: string }[];
}

/** Days below and amounts at the side: by months, or by the first and the last day where there is no more than one. */
export function AmountAxes({ from, to, x, y, left, height, amounts }: AmountAxesProps) {
  const months = monthsOf(from, to);
  const days = months.length > 1 ? months : [from, to].map((day) => ({ day, label: shortDay(day) }));
  return (
    <>
      {amounts.map(({ amount, label }) => (
        <g key={amount}>
          <path d={`M${left} ${y(amount)}H${x(to)}`} />
          <text x={left - 6} y={y(amount) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {days.map(({ day, label }) => (
        <g key={day}>
          <path d={`M${x(day)} 12V${height}`} />
          <text x={x(day)} y={height + 18} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </>
  );
}
