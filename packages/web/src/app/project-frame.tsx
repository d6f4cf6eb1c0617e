import { Box, Group, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useLoaderData, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { CurrentProject, projectsQuery } from "../lib/current-project.ts";
import { noteVisit } from "../lib/recent-projects.ts";
import classes from "./project-frame.module.css";

/** The places of a project, in the order of their tabs. */
const TABS = [{ to: "/p/$projectKey", label: "Overview" }] as const;

/** Name and tabs above every page of one project. */
export function ProjectFrame() {
  const loaded = useLoaderData({ from: "/p/$projectKey" });
  const { projectKey } = useParams({ from: "/p/$projectKey" });
  const fresh = useSuspenseQuery(projectsQuery).data.find(({ id }) => id === loaded.id);
  const project = fresh ?? loaded;
  useEffect(() => noteVisit(project.id), [project.id]);
  return (
    <CurrentProject value={project}>
      <Box component="header" className={classes.header}>
        <Group gap="xs" wrap="nowrap">
          <Text className={classes.name} component="p">
            <Link to="/p/$projectKey" params={{ projectKey }}>
              {project.name}
            </Link>
          </Text>
          <Text size="xs" c="dimmed" className="mp-tabular">
            {project.key}
          </Text>
          {project.pausedAt ? <Text size="sm">Paused</Text> : null}
          {project.archivedAt ? <Text size="sm">Archived</Text> : null}
        </Group>
        <nav aria-label="Project" className={classes.tabs}>
          {TABS.map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              params={{ projectKey }}
              className={classes.tab}
              activeOptions={{ exact: to === "/p/$projectKey" }}
              activeProps={{ "aria-current": "page" }}
            >
              {label}
            </Link>
          ))}
        </nav>
      </Box>
      <Outlet />
    </CurrentProject>
  );
}
