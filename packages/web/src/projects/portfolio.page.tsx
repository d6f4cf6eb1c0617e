import { Button, Stack, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCan, useIsGuest } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { SavedViews } from "../ui/saved-views.tsx";
import { CareLinks, summed } from "./care-links.tsx";
import { CareList } from "./care-list.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { GuestProjects } from "./guest-projects.tsx";
import { NeedsYou } from "./needs-you.tsx";
import { portfolioQuery } from "./portfolio.api.ts";
import { PortfolioFile } from "./portfolio-file.tsx";
import { filtered, grouped, needsYou } from "./portfolio-filter.ts";
import { PortfolioFilters } from "./portfolio-filters.tsx";
import { PortfolioRows } from "./portfolio-rows.tsx";
import { readSearch } from "./portfolio-search.ts";
import { PortfolioSummary } from "./portfolio-summary.tsx";
import { fromSearchText, isFiltered, searchText } from "./search-text.ts";

/** So many are seen at a glance; filters would only stand in the way. */
const FEW = 3;

const PLACE = { place: "portfolio" } as const;

/** S1: which project needs me now? */
export function PortfolioPage({ money = null }: { money?: ReactNode }) {
  useTitle("Portfolio");
  const search = readSearch(useSearch({ strict: false }));
  const { projects, today } = useSuspenseQuery(portfolioQuery).data;
  const mayStart = useCan("project.create");
  const isGuest = useIsGuest();
  if (projects.length === 0) return <FirstSteps />;
  if (isGuest) return <GuestProjects projects={projects} />;
  const shown = filtered(projects, search);
  const pressing = shown.filter(needsYou);
  return (
    <Page
      title="Portfolio"
      lead={
        <>
          <PortfolioSummary projects={projects} />
          {money}
        </>
      }
      actions={
        <>
          <PortfolioFile shown={shown} all={projects.length} group={search.group} />
          {mayStart ? (
            <Button component={Link} to="/projects/new">
              New project
            </Button>
          ) : null}
        </>
      }
    >
      <Stack gap="lg">
        {projects.length > FEW || isFiltered(search) ? (
          <Stack gap="xs">
            <SavedViews
              at={PLACE}
              now={searchText(search)}
              read={(kept) => searchText(fromSearchText(kept))}
              all="All projects"
              example="Off track, mine"
            />
            <PortfolioFilters projects={projects} search={search} />
          </Stack>
        ) : null}
        <CareLinks
          counters={summed(filtered(projects, { ...search, care: undefined }))}
          active={search.care}
        />
        {search.care ? <CareList projects={shown} counter={search.care} /> : <NeedsYou projects={pressing} />}
        {shown.length === 0 ? (
          <Text c="dimmed">
            No project fits these filters. <Link to="/portfolio">Show all {projects.length}</Link>
          </Text>
        ) : (
          <PortfolioRows groups={grouped(shown, search.group)} today={today} />
        )}
      </Stack>
    </Page>
  );
}
