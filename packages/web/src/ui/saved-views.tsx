import { ActionIcon, Button, Menu } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  changeView,
  removeView,
  type SavedView,
  savedViewsQuery,
  type ViewPlace,
  viewSearch,
} from "../lib/saved-views.ts";
import { useIsGuest } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import classes from "./saved-views.module.css";
import { ViewDialog } from "./view-dialog.tsx";

interface SavedViewsProps {
  at: ViewPlace;
  /** What the address says now, as `viewText` writes it. */
  now: string;
  /** The same of what was kept: an old view may name what there is no more. */
  read: (kept: string) => string;
  /** The view of everything. */
  all: string;
  /** An example of a name. */
  example: string;
}

/** Filters that somebody kept, one click away; what is filtered now can be kept too. */
export function SavedViews({ at, now, read, all, example }: SavedViewsProps) {
  const { data: views = [] } = useQuery(savedViewsQuery(at));
  const [asked, setAsked] = useState<SavedView | "new" | null>(null);
  const isKept = views.some(({ search }) => read(search) === now);
  if (views.length === 0 && now === "") return null;
  return (
    <nav aria-label="Views" className={classes.views}>
      <ul className={classes.list}>
        <li>
          <ViewLink search="" isOpen={now === ""}>
            {all}
          </ViewLink>
        </li>
        {views.map((view) => (
          <View
            key={view.id}
            at={at}
            view={view}
            search={read(view.search)}
            now={now}
            onRename={() => setAsked(view)}
          />
        ))}
      </ul>
      {now !== "" && !isKept ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsked("new")}>
          Save this view
        </Button>
      ) : null}
      {asked ? (
        <ViewDialog
          at={at}
          view={asked === "new" ? null : asked}
          search={now}
          example={example}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </nav>
  );
}

interface ViewLinkProps {
  search: string;
  isOpen: boolean;
  title?: string | undefined;
  children: string;
}

/** The place one is at, with other filters. */
function ViewLink({ search, isOpen, title, children }: ViewLinkProps) {
  return (
    <Link
      to="."
      // The router knows the addresses of all pages, this part none of them.
      search={viewSearch(search) as never}
      activeOptions={{ exact: true }}
      className={classes.view}
      aria-current={isOpen ? "page" : undefined}
      title={title}
    >
      {children}
    </Link>
  );
}

interface ViewProps {
  at: ViewPlace;
  view: SavedView;
  /** What it shows, and what is shown now. */
  search: string;
  now: string;
  onRename: () => void;
}

function View({ at, view, search, now, onRename }: ViewProps) {
  const { name, shared, mayEdit, by } = view;
  const client = useQueryClient();
  const isGuest = useIsGuest();
  const isOpen = search === now;
  const change = (part: Parameters<typeof changeView>[2]) =>
    void changeView(client, view, part).catch(sayProblem);
  return (
    <li className={classes.entry}>
      <ViewLink search={search} isOpen={isOpen} title={shared ? `Shared by ${by.name}` : undefined}>
        {name}
      </ViewLink>
      {mayEdit ? (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`Change the view ${name}`}>
              ⋯
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onRename}>Rename</Menu.Item>
            {isOpen || now === "" ? null : (
              <Menu.Item onClick={() => change({ search: now })}>Keep the filters of now in it</Menu.Item>
            )}
            {isGuest ? null : (
              <Menu.Item onClick={() => change({ shared: !shared })}>
                {shared ? `Keep it for ${by.name} alone` : "Share it with the team"}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item onClick={() => void removeView(client, at, view).catch(sayProblem)}>Remove</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
