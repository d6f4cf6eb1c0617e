import { Button, Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { NewPill } from "../ui/new-pill.tsx";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useHeldItems } from "./held-items.ts";
import { type InboxItem, inboxQuery } from "./inbox.api.ts";
import classes from "./inbox.module.css";
import { InboxFilters } from "./inbox-filters.tsx";
import { InboxGist } from "./inbox-gist.tsx";
import { InboxList } from "./inbox-list.tsx";
import type { InboxSearch } from "./inbox-search.ts";
import { MailWarning } from "./mail-warning.tsx";
import { useFreshInbox } from "./use-fresh-inbox.ts";
import { type InboxActs, useInboxActs } from "./use-inbox-acts.ts";

/** S16: who needs my answer? */
export function InboxPage() {
  useTitle("Inbox");
  useFreshInbox(useQueryClient());
  const search: InboxSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const acts = useInboxActs();
  const found = useInfiniteQuery(inboxQuery(search));
  const now = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  const { items, news, take } = useHeldItems(now, `${search.state ?? "open"} ${search.pile ?? "all"}`);
  const counts = found.data?.pages[0]?.counts;
  const [snoozing, setSnoozing] = useState(false);
  const go = (next: InboxSearch) => void navigate({ to: "/inbox", search: next, replace: true });
  const choose = (id: string | undefined) => {
    setSnoozing(false);
    const { item: _before, ...rest } = search;
    go(id === undefined ? rest : { ...rest, item: id });
  };
  const chosen = items.find(({ id }) => id === search.item);
  useReadWhenOpened(chosen, acts);
  const open = (item: InboxItem) => void navigate({ to: item.thing.path as "/" });
  const leaving = onWithNext(acts, items, choose);
  useInboxKeys({ items, chosen, choose, acts: leaving, open, take, snooze: () => setSnoozing(true) });
  return (
    <Page
      title="Inbox"
      lead={counts?.open ? <Text c="dimmed">{`${counts.open} open, ${counts.unread} unread`}</Text> : null}
    >
      <MailWarning />
      <NewPill count={news} onTake={take} />
      <InboxFilters search={search} counts={counts} onChange={go} />
      {found.isPending ? <Waiting rows={4} /> : null}
      {found.isSuccess && items.length === 0 ? <Nothing search={search} /> : null}
      {items.length > 0 ? (
        <div className={classes.panes} data-open={chosen ? true : undefined}>
          <Stack gap="sm">
            <InboxList items={items} chosen={chosen?.id} onChoose={choose} onOpen={open} />
            {found.hasNextPage ? (
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
          {chosen ? (
            <InboxGist
              key={chosen.id}
              item={chosen}
              acts={leaving}
              snoozing={snoozing}
              onSnoozing={setSnoozing}
              onBack={() => choose(undefined)}
            />
          ) : (
            <Text c="dimmed" visibleFrom="md">
              Choose an item, or walk through them with J and K.
            </Text>
          )}
        </div>
      ) : null}
    </Page>
  );
}

function Nothing({ search: { state = "open", pile } }: { search: InboxSearch }) {
  if (state === "done")
    return <EmptyState title="Nothing is done yet.">What you finish stays here to look up.</EmptyState>;
  if (state === "snoozed")
    return <EmptyState title="Nothing sleeps.">Press H on an item to have it come back later.</EmptyState>;
  return (
    <EmptyState title={pile ? "Nothing of this kind waits for you." : "All answered."}>
      Mentions, work that becomes yours, answers of clients, notices and reviews that are due show up here,
      one line a thing.
    </EmptyState>
  );
}

/** Once for each that is opened: whoever marks it as unread meanwhile keeps it so. */
function useReadWhenOpened(item: InboxItem | undefined, acts: InboxActs): void {
  const [opened, setOpened] = useState<string>();
  useEffect(() => {
    if (item?.id === opened) return;
    setOpened(item?.id);
    if (item && item.readAt === null) acts.read(item);
  }, [item, opened, acts]);
}

/** The next one takes the place of what leaves the list, whether by key or by hand. */
function onWithNext(
  acts: InboxActs,
  items: readonly InboxItem[],
  choose: (id: string | undefined) => void,
): InboxActs {
  const after = (item: InboxItem) => {
    const at = items.findIndex(({ id }) => id === item.id);
    const next = items[at + 1] ?? items[at - 1];
    choose(next?.id);
    if (next) document.getElementById(`inbox-${next.id}`)?.focus();
  };
  return {
    ...acts,
    finish: (item) => {
      acts.finish(item);
      after(item);
    },
    putOff: (item, until, words) => {
      acts.putOff(item, until, words);
      after(item);
    },
  };
}

interface KeysOf {
  items: readonly InboxItem[];
  chosen: InboxItem | undefined;
  choose: (id: string | undefined) => void;
  acts: InboxActs;
  open: (item: InboxItem) => void;
  take: () => void;
  snooze: () => void;
}

function useInboxKeys({ items, chosen, choose, acts, open, take, snooze }: KeysOf): void {
  const at = items.findIndex(({ id }) => id === chosen?.id);
  const walk = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (!next) return;
    choose(next.id);
    document.getElementById(`inbox-${next.id}`)?.focus();
  };
  useKeys("Inbox", [
    { keys: "j", label: "Next item", run: () => walk(1) },
    { keys: "k", label: "Item before", run: () => walk(-1) },
    { keys: "arrowdown", label: "Next item", run: () => walk(1) },
    { keys: "arrowup", label: "Item before", run: () => walk(-1) },
    { keys: "e", label: "Done", run: () => chosen?.doneAt === null && acts.finish(chosen) },
    { keys: "enter", label: "Open it", run: () => chosen && open(chosen) },
    { keys: "n", label: "Show what is new", run: take },
    { keys: "h", label: "Snooze", run: () => chosen && snooze() },
    { keys: "u", label: "Keep unread", run: () => chosen && acts.keepUnread(chosen) },
    { keys: "escape", label: "Back to the list", run: () => choose(undefined) },
  ]);
}
