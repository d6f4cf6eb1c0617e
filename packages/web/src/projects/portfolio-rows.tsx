import { Progress, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { dayText } from "../lib/dates.ts";
import { healthOf } from "../ui/health.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { RoadMonths, RoadStrip } from "../ui/road-strip.tsx";
import type { PortfolioProject } from "./portfolio.api.ts";
import classes from "./portfolio-rows.module.css";
import { Slip } from "./portfolio-slip-bars.tsx";
import { silentWords } from "./silent-words.ts";
import { keptText, roadEnds, stonesOf, whyHealth } from "./stones.ts";

interface PortfolioRowsProps {
  groups: readonly { title: string | null; projects: readonly PortfolioProject[] }[];
  today: string;
}

/** All projects as roads below one another, on one scale so that today stands in one line. */
export function PortfolioRows({ groups, today }: PortfolioRowsProps) {
  const projects = groups.flatMap((group) => group.projects);
  const days = projects.flatMap(({ milestones }) => stonesOf(milestones).map(({ on }) => on));
  const ends = roadEnds(days, today);
  return (
    <section aria-label="All projects">
      {projects.length > 1 && days.length > 0 ? (
        <div className={classes.axis} aria-hidden>
          <div className={classes.road}>
            <RoadMonths {...ends} />
          </div>
        </div>
      ) : null}
      {groups.map(({ title, projects }) => (
        <div key={title ?? "all"}>
          {title ? (
            <Title order={2} size="h4" mt="md" mb={4}>
              {title}{" "}
              <Text component="span" size="sm" c="dimmed" className="mp-tabular">
                {projects.length}
              </Text>
            </Title>
          ) : null}
          <ul className={classes.list}>
            {projects.map((project) => (
              <Row key={project.id} project={project} today={today} {...ends} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface RowProps {
  project: PortfolioProject;
  today: string;
  from: string;
  to: string;
}

function Row({ project, today, from, to }: RowProps) {
  const { next, reached, kept, warnings } = project;
  const { stated } = project.health;
  if (project.failed) return <NotCounted project={project} />;
  const stones = stonesOf(project.milestones);
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <Link to="/p/$projectKey" params={{ projectKey: project.key.toLowerCase() }} className={classes.link}>
          {project.name}
        </Link>
        <Text size="xs" c="dimmed" lineClamp={2}>
          {project.client?.name ?? "Internal"} · {project.lead?.name ?? "no lead"}
        </Text>
      </div>
      <div className={classes.health}>
        <HealthChip
          word={project.health.word}
          below={project.health.below}
          reasons={whyHealth(project)}
          unseen={project.silentDays !== null}
        />
        <Text size="xs">
          {[
            ...(project.silentDays === null ? [] : [silentWords(project.silentDays)]),
            ...(warnings.count === 0
              ? []
              : [`${warnings.count} ${warnings.count === 1 ? "warning" : "warnings"}`]),
            ...(stated ? [`said to be ${healthOf(stated.word).word.toLowerCase()}`] : []),
          ].join(" · ")}
        </Text>
      </div>
      <div className={classes.figures}>
        <Text size="xs" className="mp-tabular">
          {reached.count === 0 ? "No milestones" : `${reached.reached} of ${reached.count} reached`}
        </Text>
        {kept && kept.of > 0 ? (
          <Text size="xs" c="dimmed" className="mp-tabular" title={keptText(kept)}>
            {kept.kept} of {kept.of} on the date
          </Text>
        ) : null}
        <Progress
          value={project.progress.percent}
          aria-label={`${project.name}: ${project.progress.percent} % done`}
          size={6}
        />
      </div>
      <div className={classes.road}>
        <RoadStrip
          compact
          stones={stones.filter(({ on }) => on >= from && on <= to)}
          later={stones.filter(({ on }) => on > to).length}
          today={today}
          from={from}
          to={to}
          label={`The road of ${project.name}: ${said(reached.reached, stones.length)}`}
        />
      </div>
      <div className={classes.slip}>
        <Slip project={project} />
      </div>
      <Text size="sm" className={classes.next}>
        {next?.targetOn ? (
          <>
            {next.title}, <time dateTime={next.targetOn}>{dayText(next.targetOn)}</time>
          </>
        ) : (
          <Text component="span" c="dimmed" size="sm">
            {reached.count === 0 ? "Nothing planned yet" : "No dated milestone ahead"}
          </Text>
        )}
      </Text>
    </li>
  );
}

/** Its row says so, and all others stay. */
function NotCounted({ project: { key, name } }: Pick<RowProps, "project">) {
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <Link to="/p/$projectKey" params={{ projectKey: key.toLowerCase() }} className={classes.link}>
          {name}
        </Link>
      </div>
      <Text size="sm" className={classes.next}>
        It could not be counted just now.
      </Text>
    </li>
  );
}

function said(reached: number, all: number): string {
  return all === 0 ? "no dated milestones" : `${all} dated milestones, ${reached} reached`;
}
