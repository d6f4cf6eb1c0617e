import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { dayText } from "../lib/dates.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import type { PortfolioProject } from "./portfolio.api.ts";
import classes from "./roads.module.css";
import type { RoadsGroup } from "./roads-grid.tsx";
import { stonesOf, whyHealth } from "./stones.ts";

/** The same facts as the roads: for phones, and for who reads rather than looks. */
export function RoadsTable({ groups, today }: { groups: readonly RoadsGroup[]; today: string }) {
  return (
    <Table aria-label="Milestones of all projects">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Project</Table.Th>
          <Table.Th scope="col">Milestones</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {groups.map(({ title, projects }) => (
        <Table.Tbody key={title}>
          <Table.Tr>
            <Table.Th scope="rowgroup" colSpan={2} c="dimmed" fz="sm" pt="md">
              {title}
            </Table.Th>
          </Table.Tr>
          {projects.map((project) => (
            <Row key={project.id} project={project} today={today} />
          ))}
        </Table.Tbody>
      ))}
    </Table>
  );
}

function Row({ project, today }: { project: PortfolioProject; today: string }) {
  const stones = stonesOf(project.milestones);
  const lines = [
    ...stones.map(({ id, title, on }) => ({ id, on, title, fixed: false })),
    ...project.fixedDates.map(({ id, title, onDate }) => ({ id, on: onDate, title, fixed: true })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} style={{ verticalAlign: "top" }}>
        <Link to="/p/$projectKey/roadmap" params={{ projectKey: project.key.toLowerCase() }}>
          {project.name}
        </Link>
        <div>
          <HealthChip word={project.health.word} below={project.health.below} reasons={whyHealth(project)} />
        </div>
      </Table.Th>
      <Table.Td>
        {lines.length === 0 ? "No dates yet" : null}
        <ul className={classes.lines}>
          {lines.map(({ id, on, title, fixed }) => (
            <li key={id}>
              <time dateTime={on}>{dayText(on, today)}</time>
              {fixed ? ` ${title} (fixed)` : ` ${title}`}
            </li>
          ))}
        </ul>
      </Table.Td>
    </Table.Tr>
  );
}
