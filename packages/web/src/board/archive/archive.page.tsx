import { Button, Stack } from "@mantine/core";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { boardQuery } from "../../lib/board-query.ts";
import { useProject } from "../../lib/current-project.ts";
import { inWords } from "../../lib/problem.ts";
import { useIsGuest, useMe } from "../../lib/session.ts";
import { useTitle } from "../../lib/title.ts";
import { useSearchChange } from "../../lib/use-search-change.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { archiveQuery } from "./archive.api.ts";
import { ArchiveFilters } from "./archive-filters.tsx";
import { ArchiveList } from "./archive-list.tsx";
import { type ArchiveSearch, changed, isNarrow, readArchiveSearch } from "./archive-search.ts";

/** `/p/acme/archive`: what was put away, found again and brought back. */
export function ArchivePage() {
  const project = useProject();
  useTitle("Archive", project.name);
  const me = useMe().person.id;
  const acts = !useIsGuest();
  const board = useSuspenseQuery(boardQuery(project.id)).data;
  const search = readArchiveSearch(useSearch({ strict: false }));
  const change = useSearchChange<ArchiveSearch, ArchiveSearch>(changed);
  const found = useInfiniteQuery(archiveQuery(board, me, search));
  const cards = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const isEmpty = found.isSuccess && cards.length === 0;
  return (
    <Page
      narrow
      title="Archive"
      lead="Cards that were put away. They keep all they hold, and come back to where they were."
    >
      <Stack gap="sm">
        {isEmpty && !isNarrow(search) ? null : (
          <ArchiveFilters board={board} me={me} search={search} onChange={change} />
        )}
        {found.isError ? (
          <ProblemNotice title="The archive could not be read" onRetry={() => void found.refetch()}>
            {inWords(found.error).message}
          </ProblemNotice>
        ) : null}
        {found.isPending ? <Waiting rows={5} /> : null}
        {isEmpty ? <Nothing search={search} onAll={() => change(ALL)} /> : null}
        {cards.length > 0 ? (
          <ArchiveList board={board} cards={cards} hasMore={found.hasNextPage} acts={acts} />
        ) : null}
        {found.hasNextPage ? (
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            Show more
          </Button>
        ) : null}
      </Stack>
    </Page>
  );
}

const ALL: ArchiveSearch = {
  q: undefined,
  who: undefined,
  label: undefined,
  milestone: undefined,
  column: undefined,
  state: undefined,
};

function Nothing({ search, onAll }: { search: ArchiveSearch; onAll: () => void }) {
  if (!isNarrow(search))
    return (
      <EmptyState title="Nothing archived yet">
        A card that is done with, and that you may want to read again, goes here: “Archive” in its menu, or in
        the menu of a column for all of its cards.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No archived card fits"
      action={
        <Button variant="default" onClick={onAll}>
          Show all
        </Button>
      }
    >
      Try fewer words, or their first letters; accents do not matter. What was deleted is in the settings,
      under Trash.
    </EmptyState>
  );
}
