import { useElementSize } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Fragment, useEffect, useRef } from "react";
import { shortDay } from "../lib/dates.ts";
import { Diamond, DiamondShape } from "../ui/diamond.tsx";
import { healthOf } from "../ui/health.ts";
import type { Stone } from "../ui/road-strip.tsx";
import type { PortfolioProject } from "./portfolio.api.ts";
import classes from "./roads.module.css";
import { type RoadsScale, roadsScale } from "./roads-scale.ts";
import { stonesOf } from "./stones.ts";

const ROW = 56;
const STONE = 20;
const LETTER = 6.6;

export interface RoadsGroup {
  title: string;
  projects: readonly PortfolioProject[];
}

interface RoadsGridProps {
  groups: readonly RoadsGroup[];
  today: string;
  quarters: boolean;
}

/** A road a project below one another on one scale, its milestones as stones. */
export function RoadsGrid({ groups, today, quarters }: RoadsGridProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const projects = groups.flatMap((group) => group.projects);
  const scale = roadsScale(projects, today, { quarters, least: Math.max(320, width - 240) });
  const seen = scale.x(today) - 120;
  useEffect(() => {
    if (box.current && width > 0) box.current.scrollLeft = seen;
  }, [seen, width]);
  return (
    <div ref={ref}>
      <div ref={box} className={classes.box}>
        <table className={classes.grid} aria-label="Roadmap of all projects">
          <thead>
            <tr>
              <th scope="col" className={classes.head}>
                Project
              </th>
              <th scope="col" className={classes.axis}>
                <Axis scale={scale} today={today} />
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.title}>
                <tr>
                  <th scope="rowgroup" className={`${classes.head} ${classes.group}`}>
                    {group.title}
                  </th>
                  <td />
                </tr>
                {group.projects.map((project) => (
                  <Row key={project.id} project={project} scale={scale} today={today} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Axis({ scale, today }: { scale: RoadsScale; today: string }) {
  const now = scale.x(today);
  return (
    <svg viewBox={`0 0 ${scale.width} 40`} width={scale.width} role="img" aria-label="Months">
      {scale.marks.map(({ day, label, x }) => (
        <g key={day} fill="var(--mp-dim)" fontSize="12">
          <path d={`M${x} 0v40`} stroke="var(--mp-line)" />
          <text x={x + 5} y="15">
            {label}
          </text>
        </g>
      ))}
      <text x={now + 5} y="33" fontSize="12" fontWeight="600" fill="var(--mp-brand)">
        today
      </text>
      <path d={`M${now} 22v18`} stroke="var(--mp-brand)" strokeWidth="2" />
    </svg>
  );
}

interface RowProps {
  project: PortfolioProject;
  scale: RoadsScale;
  today: string;
}

function Row({ project, scale, today }: RowProps) {
  const { key, name, health, reached, lead } = project;
  const drawn = healthOf(health.word, health.below);
  const stones = stonesOf(project.milestones).sort((a, b) => a.on.localeCompare(b.on));
  return (
    <tr>
      <th scope="row" className={classes.head}>
        <span className={classes.project}>
          <Diamond state={drawn.state} waiting={drawn.waiting} label={drawn.word} />
          <span className={classes.words}>
            <Link
              to="/p/$projectKey/roadmap"
              params={{ projectKey: key.toLowerCase() }}
              className={classes.name}
            >
              {name}
            </Link>
            <span className={classes.sub}>
              {[drawn.word, `${reached.reached} of ${reached.count}`, lead?.name].filter(Boolean).join(" · ")}
            </span>
          </span>
        </span>
      </th>
      <td>
        <svg
          viewBox={`0 0 ${scale.width} ${ROW}`}
          width={scale.width}
          role="img"
          aria-label={spoken(stones, project)}
        >
          {scale.marks.map(({ day, x }) => (
            <path key={day} d={`M${x} 0v${ROW}`} stroke="var(--mp-line)" />
          ))}
          <path d={`M${scale.x(today)} 0v${ROW}`} stroke="var(--mp-brand)" strokeWidth="2" />
          <Walked stones={stones} project={project} scale={scale} today={today} />
          {project.fixedDates.map(({ id, title, onDate }) => (
            <Fixed key={id} words={`${title}, ${shortDay(onDate)}`} x={scale.x(onDate)} />
          ))}
          {stones.map((stone, at) => (
            <RoadStone key={stone.id} stone={stone} scale={scale} next={stones[at + 1]?.on ?? null} />
          ))}
        </svg>
      </td>
    </tr>
  );
}

/** The road: walked part solid, ahead dotted. */
function Walked({ stones, project, scale, today }: RowProps & { stones: readonly Stone[] }) {
  const days = [...stones.map(({ on }) => on), ...(project.startOn ? [project.startOn] : [])].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const y = ROW / 2 - 6;
  const [from, to] = [Math.max(0, scale.x(first)), scale.x(last)];
  const now = Math.min(Math.max(scale.x(today), from), to);
  return (
    <g strokeWidth="2.5">
      <path d={`M${from} ${y}H${now}`} stroke="var(--mp-ink)" />
      <path d={`M${now} ${y}H${to}`} stroke="var(--mp-dim)" strokeDasharray="1 6" strokeLinecap="round" />
    </g>
  );
}

/** A date from outside that nobody here can move. */
function Fixed({ words, x }: { words: string; x: number }) {
  return (
    <g stroke="var(--mp-off-track)">
      <title>{words}</title>
      <path d={`M${x} 0v${ROW}`} strokeWidth="1.5" strokeDasharray="5 4" />
      <path d={`M${x} 2h9l-3 4 3 4h-9z`} fill="var(--mp-off-track)" />
    </g>
  );
}

interface RoadStoneProps {
  stone: Stone;
  scale: RoadsScale;
  next: string | null;
}

function RoadStone({ stone, scale, next }: RoadStoneProps) {
  const x = scale.x(stone.on);
  const y = ROW / 2 - 6;
  const room = (next === null ? scale.width : scale.x(next)) - x;
  const words = fitting(stone.title, shortDay(stone.on), room);
  return (
    <g>
      <title>{`${stone.title}, ${shortDay(stone.on)}`}</title>
      <g transform={`translate(${x - STONE / 2} ${y - STONE / 2}) scale(${STONE / 24})`}>
        <DiamondShape state={stone.state} waiting={stone.waiting ?? false} />
      </g>
      {words ? (
        <text x={x - STONE / 2} y={ROW - 6} fontSize="12" fill="var(--mp-dim)" className={classes.over}>
          {words}
        </text>
      ) : null}
    </g>
  );
}

/** Title and date, or as much of the title as fits before the next stone; nothing where it would be a stump. */
function fitting(title: string, day: string, room: number): string {
  const letters = Math.floor(room / LETTER) - 1;
  if (title.length + day.length + 2 <= letters) return `${title}, ${day}`;
  if (title.length <= letters) return title;
  return letters < 8 ? "" : `${title.slice(0, letters - 1).trimEnd()}…`;
}

function spoken(stones: readonly Stone[], { fixedDates }: PortfolioProject): string {
  const words = [
    ...stones.map(({ title, on }) => `${title}, ${shortDay(on)}`),
    ...fixedDates.map(({ title, onDate }) => `fixed: ${title}, ${shortDay(onDate)}`),
  ];
  return words.length === 0 ? "No dates yet" : words.join("; ");
}
