import { Button, Group, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { inWords } from "../lib/problem.ts";
import { viewText } from "../lib/saved-views.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { SavedViews } from "../ui/saved-views.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { HitLine } from "./hit-line.tsx";
import { hitHref } from "./hit-words.ts";
import { resultsQuery, type SearchHit } from "./search.api.ts";
import classes from "./search.module.css";
import { SearchFilters } from "./search-filters.tsx";
import { readSearchSearch, type SearchSearch } from "./search-search.ts";

const PLACE = { place: "search" } as const;

/** All that was found, with filters in the address, so that a search can be kept and sent. */
export function SearchPage() {
  const search: SearchSearch = useSearch({ strict: false });
  useTitle(search.q, "Search");
  const found = useInfiniteQuery(resultsQuery(search));
  const hits = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const asks = search.q !== undefined;
  return (
    <Page title="Search" narrow>
      <Stack gap="md">
        <SavedViews
          at={PLACE}
          now={viewText(search)}
          read={(kept) => viewText(readSearchSearch(Object.fromEntries(new URLSearchParams(kept))))}
          all="New search"
          example="Open invoices of Acme"
        />
        <SearchFilters search={search} isWaiting={found.isFetching} />
        {found.isError ? (
          <ProblemNotice title="This was not searched." onRetry={() => void found.refetch()}>
            {inWords(found.error).message}
          </ProblemNotice>
        ) : null}
        {asks && found.isPending ? <Waiting rows={5} /> : null}
        {asks && found.isSuccess ? <Results hits={hits} search={search} /> : null}
        {asks ? null : <Nothing />}
        {asks && found.hasNextPage ? (
          <Group>
            <Button
              variant="subtle"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              Show more
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Page>
  );
}

function Nothing() {
  return (
    <EmptyState title="What are you looking for?">
      Cards, milestones, comments, messages, files under every name they had, people and clients: type a few
      words in any order, or a number such as ACME-42. Accents and a wrong letter are forgiven.
    </EmptyState>
  );
}

function Results({ hits, search }: { hits: readonly SearchHit[]; search: SearchSearch }) {
  if (hits.length === 0) return <NotFound search={search} />;
  return (
    <ul className={classes.hits} aria-label="Found">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.id}`}>
          <Link to={hitHref(hit) as "/"} className={classes.hit}>
            <HitLine hit={hit} whole />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NotFound({ search: { q, kind, project, archived } }: { search: SearchSearch }) {
  const isNarrow = kind !== undefined || project !== undefined;
  return (
    <EmptyState
      title={`Nothing was found with “${q}”.`}
      action={
        <Group justify="center">
          {isNarrow ? (
            <Button variant="default" component={Link} to={searchHref({ q, archived })}>
              Search everything
            </Button>
          ) : null}
          {archived ? null : (
            <Button variant="default" component={Link} to={searchHref({ q, kind, project, archived: true })}>
              Look in the archive, too
            </Button>
          )}
        </Group>
      }
    >
      Try fewer words, or their first letters. What lies in the trash is found in the settings, under Trash.
    </EmptyState>
  );
}

function searchHref(search: { [Name in keyof SearchSearch]: SearchSearch[Name] | undefined }): string {
  return `/search?${viewText(search)}`;
}
