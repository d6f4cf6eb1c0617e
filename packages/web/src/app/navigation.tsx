import { Divider, NavLink, Text } from "@mantine/core";
import {
  IconCalendarStats,
  IconRoad,
  IconSun,
  IconTemplate,
  IconTimeline,
  IconUsers,
} from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { type Project, projectsQuery } from "../lib/current-project.ts";
import { useRecentProjects } from "../lib/recent-projects.ts";
import { useCan } from "../lib/session.ts";

const SHOWN = 8;

/** Where one can go: the places, then pinned and recent projects. */
export function Navigation() {
  const seesPeople = useCan("member.list");
  const usesTemplates = useCan("template.read");
  const { pathname } = useLocation();
  const near = useNearProjects();
  return (
    <nav aria-label="Places" style={{ display: "contents" }}>
      <NavLink
        component={Link}
        to="/today"
        label="Today"
        leftSection={<IconSun size={18} aria-hidden />}
        active={pathname.startsWith("/today")}
      />
      <NavLink
        component={Link}
        to="/portfolio"
        label="Portfolio"
        leftSection={<IconRoad size={18} aria-hidden />}
        active={pathname.startsWith("/portfolio")}
      />
      <NavLink
        component={Link}
        to="/roadmap"
        label="Roadmap"
        leftSection={<IconTimeline size={18} aria-hidden />}
        active={pathname === "/roadmap"}
      />
      <NavLink
        component={Link}
        to="/workload"
        label="Workload"
        leftSection={<IconCalendarStats size={18} aria-hidden />}
        active={pathname.startsWith("/workload")}
      />
      {usesTemplates ? (
        <NavLink
          component={Link}
          to="/templates"
          label="Templates"
          leftSection={<IconTemplate size={18} aria-hidden />}
          active={pathname.startsWith("/templates")}
        />
      ) : null}
      <NavLink
        component={Link}
        to={seesPeople ? "/settings/people" : "/settings/you"}
        label={seesPeople ? "People and settings" : "Settings"}
        leftSection={<IconUsers size={18} aria-hidden />}
        active={pathname.startsWith("/settings")}
      />
      {near.length > 0 ? (
        <>
          <Divider my="xs" />
          <Text size="xs" c="dimmed" px="sm" pb={4}>
            Projects
          </Text>
          <div style={{ flex: 1, overflowY: "auto" }}>
            {near.map((project) => (
              <NavLink
                key={project.id}
                component={Link}
                to={`/p/${project.key.toLowerCase()}`}
                label={project.name}
                active={pathname.toLowerCase().startsWith(`/p/${project.key.toLowerCase()}`)}
              />
            ))}
          </div>
        </>
      ) : null}
    </nav>
  );
}

/** Pinned first, then those seen last, then the rest by name, as the server has put them. */
function useNearProjects(): Project[] {
  const all = useSuspenseQuery(projectsQuery).data;
  const { pinned, recent } = useRecentProjects();
  const order = [...new Set([...pinned, ...recent])];
  const known = order.flatMap((id) => all.find((project) => project.id === id) ?? []);
  const rest = all.filter((project) => !order.includes(project.id));
  return [...known, ...rest].slice(0, Math.max(SHOWN, pinned.length));
}
