import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayText } from "../lib/dates.ts";
import { type LinkPreview, linkQuery } from "../lib/link-previews.ts";
import { STATE_NAMES } from "../lib/milestone-words.ts";
import classes from "./markdown.module.css";

interface LinkChipProps {
  /** "ACME-42", "ACME-M3", "project:ACME", "message:ID" or "file:ID". */
  name: string;
  /** The address that was pasted; short names have none. */
  href?: string | undefined;
  /** What stands there for whom may not see the thing, and until it is known. */
  children: ReactNode;
}

/** A thing of this Milepost in the middle of a text: its title, state and day as they are now. */
export function LinkChip({ name, href, children }: LinkChipProps) {
  const { data } = useQuery(linkQuery(name));
  if (!data) return children;
  const facts = [stateOf(data), data.onDate ? dayText(data.onDate) : null, data.archived ? "Archived" : null];
  const isNamed = data.kind === "card" || data.kind === "milestone";
  const words = (
    <>
      {isNamed ? <b>{name}</b> : null} {data.title}
      <span className={classes.facts}>
        {facts
          .filter((fact) => fact !== null)
          .map((fact) => ` · ${fact}`)
          .join("")}
      </span>
    </>
  );
  // Bytes are not a page of the app, as the files of a project are.
  if (data.kind === "file" && !pathOf(data, name, href).startsWith("/p/"))
    return (
      <a className={classes.chip} href={href} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    );
  return (
    <Link className={classes.chip} to={pathOf(data, name, href) as "/"}>
      {words}
    </Link>
  );
}

function pathOf({ kind }: LinkPreview, name: string, href: string | undefined): string {
  if (href) {
    const { pathname, search, hash } = new URL(href);
    return pathname + search + hash;
  }
  return `/${kind === "milestone" ? "m" : "c"}/${name}`;
}

const PLACES: Record<string, string> = { later: "Later", outline: "Plan" };

function stateOf({ kind, state }: LinkPreview): string | null {
  if (state === null) return null;
  if (kind === "milestone") return Object.entries(STATE_NAMES).find(([name]) => name === state)?.[1] ?? null;
  if (kind === "card") return PLACES[state] ?? state;
  if (kind === "project") return state.charAt(0).toUpperCase() + state.slice(1).replaceAll("_", " ");
  return state === "client" ? "Client reads it" : null;
}
