import { Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Page } from "../ui/page.tsx";
import type { PortfolioProject } from "./portfolio.api.ts";
import classes from "./portfolio-rows.module.css";

/** Where a guest works: they see no plan, so nothing is said of it. */
export function GuestProjects({ projects }: { projects: readonly PortfolioProject[] }) {
  return (
    <Page title="Portfolio" lead="The projects you work on. Your cards are on their boards." narrow>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
        {projects.map(({ id, key, name, lead }) => (
          <li key={id}>
            <Link
              to="/p/$projectKey/board"
              params={{ projectKey: key.toLowerCase() }}
              className={classes.link}
            >
              {name}
            </Link>
            <Text size="xs" c="dimmed">
              {lead ? `Led by ${lead.name}` : "Nobody leads it yet"}
            </Text>
          </li>
        ))}
      </Stack>
    </Page>
  );
}
