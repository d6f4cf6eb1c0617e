import { ActionIcon, Box, Group, Text } from "@mantine/core";
import { IconPin, IconPinFilled } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useLoaderData, useLocation, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { CurrentProject, type Project, projectQuery } from "../lib/current-project.ts";
import { noteVisit, togglePin, useRecentProjects } from "../lib/recent-projects.ts";
import { useIsGuest } from "../lib/session.ts";
import classes from "./project-frame.module.css";
import { projectTabs } from "./project-tabs.ts";
import { useProjectKeys } from "./use-project-keys.ts";

/** What a page can do without at first comes after the first load. */
const ClientActs = lazy(() =>
  import("./client-acts.tsx").then(({ ClientActs }) => ({ default: ClientActs })),
);
const PublishingBar = lazy(() =>
  import("../publications/publishing-bar.tsx").then(({ PublishingBar }) => ({ default: PublishingBar })),
);
const SampleNotice = lazy(() =>
  import("../sample/sample-notice.tsx").then(({ SampleNotice }) => ({ default: SampleNotice })),
);

/** Name and tabs above every page of one project. */
export function ProjectFrame() {
  const loaded = useLoaderData({ from: "/p/$projectKey" });
  const { projectKey } = useParams({ from: "/p/$projectKey" });
  const project = useSuspenseQuery({ ...projectQuery(loaded.id), initialData: loaded }).data;
  useEffect(() => noteVisit(project.id), [project.id]);
  const { pathname } = useLocation();
  const onOverview = pathname.endsWith(`/p/${projectKey}`);
  const onCards = /\/p\/[^/]+\/(list|calendar|archive)$/.test(pathname);
  const isGuest = useIsGuest();
  const tabs = useMemo(() => projectTabs(isGuest), [isGuest]);
  useProjectKeys(projectKey);
  return (
    <CurrentProject value={project}>
      <Box component="header" className={classes.header}>
        <div className={classes.head}>
          <Group gap="xs" wrap="nowrap" className={classes.title}>
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
            <PinButton project={project} />
          </Group>
          <Group gap="xs" className="mp-screen">
            <Suspense fallback={null}>
              <ClientActs project={project} />
            </Suspense>
          </Group>
        </div>
        <nav aria-label="Project" className={`${classes.tabs} mp-screen`}>
          {tabs.map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              params={{ projectKey }}
              className={classes.tab}
              activeOptions={{ exact: to === "/p/$projectKey", includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
              {...(onCards && label === "Board" ? { "aria-current": "page" as const } : {})}
            >
              {label}
            </Link>
          ))}
        </nav>
      </Box>
      <Suspense fallback={null}>
        <PublishingBar projectId={project.id} />
        {onOverview || sessionStorage.getItem("milepost.tour") ? (
          <SampleNotice projectId={project.id} onOverview={onOverview} />
        ) : null}
      </Suspense>
      <Outlet />
    </CurrentProject>
  );
}

/** Pinned projects stay on top of the places, in this browser. */
function PinButton({ project }: { project: Project }) {
  const pinned = useRecentProjects().pinned.includes(project.id);
  const Icon = pinned ? IconPinFilled : IconPin;
  return (
    <ActionIcon
      className="mp-screen"
      variant="subtle"
      color="gray"
      aria-pressed={pinned}
      aria-label={`Pin ${project.name} to your places`}
      onClick={() => togglePin(project.id)}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
