import { VisuallyHidden } from "@mantine/core";
import { shortDay } from "../lib/dates.ts";
import type { Plan } from "../lib/plan-query.ts";
import classes from "./roadmap.module.css";
import type { TimeScale } from "./time-scale.ts";

const HEIGHT = 26;

export interface AwayRow {
  name: string;
  stays: { from: string; to: string }[];
}

/** Who is away while the road lasts, a row a person, in the order of their names. */
export function awayRows(plan: Plan, names: ReadonlyMap<string, string>, until: string): AwayRow[] {
  const byPerson = Map.groupBy(
    plan.away.filter(({ from }) => from <= until),
    ({ personId }) => personId,
  );
  return [...byPerson]
    .flatMap(([id, stays]) => {
      const name = names.get(id);
      return name ? [{ name, stays }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** "15–19 Jun", or one day. */
export function stayWords({ from, to }: { from: string; to: string }): string {
  return from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`;
}

/** Days off of the people of this project, hatched below the road. */
export function RoadAway({ rows, scale }: { rows: readonly AwayRow[]; scale: TimeScale }) {
  if (rows.length === 0) return null;
  return (
    <>
      <tr>
        <th scope="rowgroup" className={classes.group}>
          <span>Away</span>
        </th>
        <td />
      </tr>
      {rows.map(({ name, stays }) => (
        <tr key={name}>
          <th scope="row" className={`${classes.head} ${classes.away}`}>
            {name}
          </th>
          <td className={classes.away}>
            <VisuallyHidden>{stays.map(stayWords).join("; ")}</VisuallyHidden>
            <svg width={scale.width} height={HEIGHT} aria-hidden="true">
              <defs>
                <pattern id="away" width="6" height="6" patternUnits="userSpaceOnUse">
                  <path d="M0 6 6 0" stroke="var(--mp-hatch)" strokeWidth="1.4" />
                </pattern>
              </defs>
              {stays.map((stay) => (
                <Stay key={`${stay.from} ${stay.to}`} stay={stay} scale={scale} />
              ))}
            </svg>
          </td>
        </tr>
      ))}
    </>
  );
}

function Stay({ stay, scale }: { stay: AwayRow["stays"][number]; scale: TimeScale }) {
  const x = Math.max(0, scale.x(stay.from));
  const end = Math.min(scale.width, scale.end(stay.to));
  if (end <= x) return null;
  return (
    <>
      <rect
        x={x}
        y={4}
        width={Math.max(3, end - x)}
        height={HEIGHT - 10}
        rx="2"
        fill="url(#away)"
        stroke="var(--mp-hatch)"
      />
      <text x={end + 6} y={HEIGHT / 2 + 3} fontSize="12" fill="var(--mp-dim)" className="mp-tabular">
        {stayWords(stay)}
      </text>
    </>
  );
}
