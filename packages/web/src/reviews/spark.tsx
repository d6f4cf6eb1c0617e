import { VisuallyHidden } from "@mantine/core";
import { scaleLinear } from "d3-scale";
import classes from "./review.module.css";

interface SparkProps {
  /** What it shows, for who reads it as a table. */
  label: string;
  points: readonly { on: string; value: number; text: string }[];
  /** Lines to compare with: where it began and where it should go. */
  goals?: readonly number[];
}

const WIDTH = 140;
const HEIGHT = 36;

/** A small line of what was seen, with a table of the same. */
export function Spark({ label, points, goals = [] }: SparkProps) {
  if (points.length === 0) return null;
  const values = [...points.map(({ value }) => value), ...goals];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = scaleLinear([low, low === high ? low + 1 : high], [HEIGHT - 4, 4]);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [4, WIDTH - 4]);
  const last = points.at(-1);
  return (
    <figure style={{ margin: 0 }}>
      <svg className={classes.spark} width={WIDTH} height={HEIGHT} aria-hidden="true">
        {goals.map((goal) => (
          <path key={goal} className={classes.goal} d={`M0 ${y(goal)}H${WIDTH}`} />
        ))}
        <polyline points={points.map(({ value }, at) => `${x(at)},${y(value)}`).join(" ")} />
        {last ? <circle cx={x(points.length - 1)} cy={y(last.value)} r="3" /> : null}
      </svg>
      <VisuallyHidden>
        <table>
          <caption>{label}</caption>
          <tbody>
            {points.map(({ on, text }) => (
              <tr key={on}>
                <th scope="row">{on}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}
