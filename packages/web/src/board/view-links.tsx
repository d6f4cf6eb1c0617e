import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import classes from "./filter-bar.module.css";

export type View = "board" | "list" | "calendar";

const VIEWS: { view: View; label: string }[] = [
  { view: "board", label: "Board" },
  { view: "list", label: "List" },
  { view: "calendar", label: "Calendar" },
];

/** The same cards in another view, with the same filters. */
export function ViewLinks({ view }: { view: View }) {
  const projectKey = useProject().key.toLowerCase();
  return (
    <nav aria-label="View" className={classes.views}>
      {VIEWS.map(({ view: to, label }) => (
        <Link
          key={to}
          to={`/p/$projectKey/${to}`}
          params={{ projectKey }}
          // Each address keeps of it what it knows.
          search={(({ card: _open, ...filters }: { card?: string }) => filters) as never}
          className={classes.view}
          aria-current={to === view ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
