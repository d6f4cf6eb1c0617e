import { placed } from "../ui/pasted-lines.tsx";
import { useWidth } from "../ui/use-width.ts";

interface TemplateRoadProps {
  road: readonly { title: string; day: number }[];
  /** Its length in working days. */
  days: number;
  daysPerWeek: number;
  /** Said instead of the picture. */
  label: string;
  /** With the weeks below it. */
  weeks?: boolean;
}

const PAD = 12;
const Y = 12;
const WORD = 72;

/** A road that nobody has walked: dotted, without a today, a stone for each milestone. */
export function TemplateRoad({ road, days, daysPerWeek, label, weeks = false }: TemplateRoadProps) {
  const [ref, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(measured, 120);
  const x = (day: number) => PAD + (Math.min(day + 1, days) / Math.max(1, days)) * (width - 2 * PAD);
  return (
    <div ref={ref} style={{ width: "100%", overflow: "hidden" }}>
      <svg
        width={width}
        height={weeks ? 46 : 24}
        viewBox={`0 0 ${width} ${weeks ? 46 : 24}`}
        role="img"
        aria-label={label}
        style={{ display: "block" }}
      >
        <path
          d={`M${PAD} ${Y}H${width - PAD}`}
          stroke="var(--mp-dim)"
          strokeWidth="2.5"
          strokeDasharray="1 6"
          strokeLinecap="round"
        />
        {weeks ? <Weeks days={days} daysPerWeek={daysPerWeek} x={x} width={width} /> : null}
        {placed(road).map(({ title, day, place }) => (
          <path
            key={place}
            d="M0 -8 8 0 0 8 -8 0Z"
            transform={`translate(${x(day)} ${Y})`}
            fill="var(--mp-paper)"
            stroke="var(--mp-brand)"
            strokeWidth="2"
            strokeLinejoin="round"
          >
            <title>{title}</title>
          </path>
        ))}
      </svg>
    </div>
  );
}

interface WeeksProps {
  days: number;
  daysPerWeek: number;
  x: (day: number) => number;
  width: number;
}

/** The ends of weeks, as many as have room for their words. */
function Weeks({ days, daysPerWeek, x, width }: WeeksProps) {
  if (daysPerWeek === 0) return null;
  const all = Math.floor(days / daysPerWeek);
  const step = Math.max(1, Math.ceil((all * WORD) / width));
  const marks = Array.from({ length: Math.floor(all / step) }, (_, index) => (index + 1) * step);
  return marks.map((week) => {
    const at = x(week * daysPerWeek - 1);
    const atEnd = at > width - WORD / 2;
    return (
      <g key={week} fill="var(--mp-dim)" fontSize="12">
        <line x1={at} x2={at} y1="24" y2="29" stroke="var(--mp-control)" />
        <text x={atEnd ? width - 2 : at} y="42" textAnchor={atEnd ? "end" : "middle"}>
          {`Week ${week}`}
        </text>
      </g>
    );
  });
}
