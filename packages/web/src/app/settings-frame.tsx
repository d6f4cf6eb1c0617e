import { NavLink, Text, TextInput } from "@mantine/core";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import classes from "./settings-frame.module.css";
import { findPlaces, SETTINGS } from "./settings-places.ts";

/** The settings this person may see, found by word, beside the one that is open. */
export function SettingsFrame() {
  const { can } = useMe();
  const { pathname } = useLocation();
  const [query, setQuery] = useState("");
  const mine = SETTINGS.filter(({ action }) => !action || can.includes(action));
  const found = findPlaces(mine, query);
  const closed = SETTINGS.find((place) => pathname.startsWith(place.to) && !mine.includes(place));
  return (
    <div className={classes.frame}>
      <nav aria-label="Settings" className={classes.places}>
        <TextInput
          aria-label="Find a setting"
          placeholder="Find a setting"
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          mb="xs"
        />
        <div className={classes.list}>
          {found.map(({ to, label }) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              label={label}
              active={pathname.startsWith(to)}
              aria-current={pathname.startsWith(to) ? "page" : undefined}
              ref={pathname.startsWith(to) ? intoView : undefined}
            />
          ))}
        </div>
        {found.length === 0 ? (
          <Text size="sm" c="dimmed">
            No setting by that word.
          </Text>
        ) : null}
      </nav>
      <div className={classes.page}>{closed ? <ClosedPage label={closed.label} /> : <Outlet />}</div>
    </div>
  );
}

/** An address that was sent by somebody with another role. */
function ClosedPage({ label }: { label: string }) {
  useTitle(label, "Settings");
  return (
    <EmptyState title={label} level={1}>
      Your role does not open this page. An owner or admin of the workspace can help.
    </EmptyState>
  );
}

/** On a phone the places are one line that scrolls sideways. */
function intoView(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView?.({ block: "nearest", inline: "center" });
}
