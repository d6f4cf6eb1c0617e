import { IconInbox, IconLayoutSidebar, IconRoad, IconSearch, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { openCommands } from "./command-menu.tsx";
import classes from "./phone-bar.module.css";

const InboxCount = lazy(() =>
  import("../inbox/inbox-count.tsx").then(({ InboxCount }) => ({ default: InboxCount })),
);

interface PhoneBarProps {
  open: boolean;
  onPlaces: () => void;
}

/** On a phone the places are where the thumb is. */
export function PhoneBar({ open, onPlaces }: PhoneBarProps) {
  return (
    <nav aria-label="Quick places" className={classes.bar}>
      <Link to="/today" className={classes.place} activeProps={{ "aria-current": "page" }}>
        <IconSun size={22} aria-hidden />
        Today
      </Link>
      <Link to="/inbox" className={classes.place} activeProps={{ "aria-current": "page" }}>
        <IconInbox size={22} aria-hidden />
        Inbox
        <span className={classes.count}>
          <Suspense>
            <InboxCount />
          </Suspense>
        </span>
      </Link>
      <Link to="/portfolio" className={classes.place} activeProps={{ "aria-current": "page" }}>
        <IconRoad size={22} aria-hidden />
        Portfolio
      </Link>
      <button type="button" className={classes.place} aria-expanded={open} onClick={onPlaces}>
        <IconLayoutSidebar size={22} aria-hidden />
        {open ? "Close" : "Places"}
      </button>
      <button type="button" className={classes.place} onClick={openCommands}>
        <IconSearch size={22} aria-hidden />
        Search
      </button>
    </nav>
  );
}
