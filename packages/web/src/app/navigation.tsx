import { Divider, Text } from "@mantine/core";
import {
  IconCalendarStats,
  IconChecklist,
  IconInbox,
  IconRoad,
  IconSun,
  IconTemplate,
  IconTimeline,
  IconUsers,
} from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { type Project, projectsQuery } from "../lib/current-project.ts";
import { useRecentProjects } from "../lib/recent-projects.ts";
import { useCan } from "../lib/session.ts";
import classes from "./navigation.module.css";

const InboxCount = lazy(() =>
  import("../inbox/inbox-count.tsx").then(({ InboxCount }) => ({ default: InboxCount })),
);

const SHOWN = 8;

/** The places of everybody; `at` is where a page still belongs to one. */
const PLACES = [
  { to: "/today", label: "Today", Icon: IconSun },
  { to: "/inbox", label: "Inbox", Icon: IconInbox },
  { to: "/portfolio", label: "Portfolio", Icon: IconRoad },
  { to: "/roadmap", label: "Roadmap", Icon: IconTimeline },
  { to: "/workload", label: "Workload", Icon: IconCalendarStats },
] as const;

/** Where one can go: the places, then pinned and recent projects. Plain CSS: Mantine's own link brings what folds. */
export function Navigation() {
  const seesPeople = useCan("member.list");
  const usesTemplates = useCan("template.read");
  const near = useNearProjects();
  return (
    <nav aria-label="Places" style={{ display: "contents" }}>
      {PLACES.map((place) => (
        <Place key={place.to} {...place} />
      ))}
      {seesPeople ? <Place to="/reviews" label="Reviews" Icon={IconChecklist} /> : null}
      {usesTemplates ? <Place to="/templates" label="Templates" Icon={IconTemplate} /> : null}
      <Place
        to={seesPeople ? "/settings/people" : "/settings/you"}
        at="/settings"
        label={seesPeople ? "People and settings" : "Settings"}
        Icon={IconUsers}
      />
      {near.length > 0 ? (
        <>
          <Divider my="xs" />
          <Text size="xs" c="dimmed" px="sm" pb={4}>
            Projects
          </Text>
          <div style={{ flex: 1, overflowY: "auto" }}>
            {near.map((project) => (
              <Place key={project.id} to={`/p/${project.key.toLowerCase()}`} label={project.name} />
            ))}
          </div>
        </>
      ) : null}
    </nav>
  );
}

interface PlaceProps {
  to: string;
  label: string;
  at?: string;
  Icon?: typeof IconSun;
}

function Place({ to, label, Icon, at = to }: PlaceProps) {
  const pathname = useLocation().pathname.toLowerCase();
  const here = pathname === at || pathname.startsWith(`${at}/`);
  return (
    <Link to={to} className={classes.place} aria-current={here ? "page" : undefined}>
      {Icon ? <Icon size={18} aria-hidden /> : null}
      <span className={classes.label}>{label}</span>
      {to === "/inbox" ? (
        <Suspense>
          <InboxCount />
        </Suspense>
      ) : null}
    </Link>
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
