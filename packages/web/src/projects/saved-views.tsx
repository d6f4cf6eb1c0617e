import { ActionIcon, Button, Menu } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sayProblem } from "../lib/undo.tsx";
import type { PortfolioSearch } from "./portfolio-search.ts";
import { changeView, removeView, type SavedView, savedViewsQuery } from "./saved-views.api.ts";
import classes from "./saved-views.module.css";
import { fromSearchText, isFiltered, searchText } from "./search-text.ts";
import { ViewDialog } from "./view-dialog.tsx";

/** Filters that somebody kept, one click away; what is filtered now can be kept too. */
export function SavedViews({ search }: { search: PortfolioSearch }) {
  const { data: views = [] } = useQuery(savedViewsQuery);
  const [asked, setAsked] = useState<SavedView | "new" | null>(null);
  const now = searchText(search);
  const isKept = views.some((view) => searchText(fromSearchText(view.search)) === now);
  if (views.length === 0 && !isFiltered(search)) return null;
  return (
    <nav aria-label="Views" className={classes.views}>
      <ul className={classes.list}>
        <li>
          <Link
            to="/portfolio"
            search={{}}
            activeOptions={{ exact: true }}
            className={classes.view}
            aria-current={now === "" ? "page" : undefined}
          >
            All projects
          </Link>
        </li>
        {views.map((view) => (
          <View key={view.id} view={view} now={now} onRename={() => setAsked(view)} />
        ))}
      </ul>
      {isFiltered(search) && !isKept ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsked("new")}>
          Save this view
        </Button>
      ) : null}
      {asked ? (
        <ViewDialog view={asked === "new" ? null : asked} search={now} onClose={() => setAsked(null)} />
      ) : null}
    </nav>
  );
}

interface ViewProps {
  view: SavedView;
  /** The filters of the address. */
  now: string;
  onRename: () => void;
}

function View({ view, now, onRename }: ViewProps) {
  const { name, shared, mayEdit, by } = view;
  const client = useQueryClient();
  const search = fromSearchText(view.search);
  const isOpen = searchText(search) === now;
  const change = (part: Parameters<typeof changeView>[2]) =>
    void changeView(client, view, part).catch(sayProblem);
  return (
    <li className={classes.entry}>
      <Link
        to="/portfolio"
        search={search}
        activeOptions={{ exact: true }}
        className={classes.view}
        aria-current={isOpen ? "page" : undefined}
        title={shared ? `Shared by ${by.name}` : undefined}
      >
        {name}
      </Link>
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
            <Menu.Item onClick={() => change({ shared: !shared })}>
              {shared ? `Keep it for ${by.name} alone` : "Share it with the team"}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => void removeView(client, view).catch(sayProblem)}>Remove</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
