import { useQueries, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { projectsQuery } from "../lib/current-project.ts";
import { doorsQuery } from "../lib/doors.ts";
import { type Key, useKeyList } from "../lib/keyboard.ts";
import { useRecentThings } from "../lib/recent-things.ts";
import { useCan, useIsGuest, useMe } from "../lib/session.ts";
import { hitHref, titleOf } from "../search/hit-words.ts";
import { foundQuery, type SearchHit, thingQuery } from "../search/search.api.ts";
import { fitting } from "./command-match.ts";
import { projectPlaces } from "./project-tabs.ts";
import { SETTINGS } from "./settings-places.ts";

/** One line of the command menu: somewhere to go, or something to do. */
export interface Entry {
  id: string;
  label: string;
  /** More words by which it is found. */
  words?: string;
  /** The key that does the same. */
  keys?: string;
  href?: string;
  run?: Key["run"];
  hit?: SearchHit;
}

export interface EntryGroup {
  title: string;
  entries: Entry[];
}

const EVERYWHERE = "Everywhere";
const MOST_ACTS = 7;
const MOST_PLACES = 7;
const MOST_RECENT = 5;
/** They walk through the page, which lies below the menu. */
const WALKING = /^(arrow\w+|j|k|esc|escape|enter|mod\+k|\/|g .)$/;

/** Everything by name: what can be done here, where one can go, and what was written. */
export function useEntries(text: string, asked: string): { groups: EntryGroup[]; isFetching: boolean } {
  const acts = useActs();
  // Who opens the menu and presses Enter undoes nothing by accident.
  const anywhere = acts.filter(({ words }) => words === EVERYWHERE);
  const here = acts.filter(({ words }) => words !== EVERYWHERE);
  const places = usePlaces();
  const recent = useRecent(text === "");
  const found = useQuery(foundQuery(asked));
  if (text === "")
    return {
      groups: filled([
        recent,
        group("On this page", here),
        group("Go to", places),
        group("Anywhere", anywhere),
      ]),
      isFetching: false,
    };
  const near = fitting(places, text).slice(0, MOST_PLACES);
  const shown = new Set(near.map(({ href }) => href));
  const hits =
    asked === ""
      ? []
      : (found.data ?? [])
          .map(entryOf)
          .filter(({ href, hit }) => hit?.kind !== "project" || !shown.has(href));
  const all: Entry = {
    id: "all",
    label: `Everything with “${text}”`,
    href: `/search?q=${encodeURIComponent(text)}`,
  };
  return {
    groups: filled([
      group("On this page", fitting([...here, ...anywhere], text).slice(0, MOST_ACTS)),
      group("Go to", near),
      group("Found", hits),
      group("Search", [all]),
    ]),
    isFetching: found.isFetching || asked !== text,
  };
}

const group = (title: string, entries: Entry[]): EntryGroup => ({ title, entries });
const filled = (groups: EntryGroup[]) => groups.filter(({ entries }) => entries.length > 0);

function entryOf(hit: SearchHit): Entry {
  return { id: `${hit.kind}-${hit.id}`, label: titleOf(hit), href: hitHref(hit), hit };
}

/** What was opened last, as it is now; what is not there any more is left out. */
function useRecent(when: boolean): EntryGroup {
  const refs = useRecentThings().slice(0, MOST_RECENT);
  const things = useQueries({ queries: refs.map((ref) => ({ ...thingQuery(ref), enabled: when })) });
  return group(
    "Recent",
    things.flatMap(({ data }) => (data ? [entryOf(data)] : [])),
  );
}

/** The keys of this page as far as they do something; below a drawer nothing is done. */
function useActs(): Entry[] {
  const groups = useKeyList();
  const known = new Set<string>();
  return groups
    .flatMap(({ title, keys }) => keys.map((key) => ({ ...key, title })))
    .filter(({ keys, label }) => !WALKING.test(keys) && !known.has(label) && known.add(label))
    .map(({ keys, label, title, run }) => ({ id: `act-${title}-${keys}`, label, words: title, keys, run }));
}

const go = (label: string, href: string, more: Partial<Entry> = {}): Entry => ({
  id: `go-${href}`,
  label,
  href,
  ...more,
});

/** What has no tab of its own in a project. */
function withoutTab(project: string, home: string): Entry[] {
  return [
    go(`Routines of ${project}`, `${home}/routines`, {
      words: "recurring repeat again switches buttons by itself automatic",
    }),
    go(`Write a message in ${project}`, `${home}/updates/new`, { words: "new update post" }),
    go(`Check-ins of ${project}`, `${home}/check-ins`, { words: "question ask answer" }),
    go(`Card templates of ${project}`, `${home}/card-templates`),
  ];
}

function usePlaces(): Entry[] {
  const projects = useSuspenseQuery(projectsQuery).data;
  const { can } = useMe();
  const isGuest = useIsGuest();
  const mayStart = useCan("project.create");
  const { pathname } = useLocation();
  const here = projects.find(({ key }) => `${pathname}/`.startsWith(`/p/${key.toLowerCase()}/`));
  const doors = useQuery({ ...doorsQuery(here?.id ?? ""), enabled: here !== undefined && !isGuest });
  const home = (key: string) => `/p/${key.toLowerCase()}`;
  return [
    ...(here
      ? projectPlaces(isGuest).map(({ to, label, key }) =>
          go(`${label} of ${here.name}`, to.replace("/p/$projectKey", home(here.key)), {
            id: `tab-${key}`,
            keys: `g ${key}`,
          }),
        )
      : []),
    ...(here && !isGuest ? withoutTab(here.name, home(here.key)) : []),
    ...(here && (here.myRole === "lead" || can.includes("time.lock"))
      ? [go(`Time against estimate of ${here.name}`, `${home(here.key)}/time`, { words: "hours worked" })]
      : []),
    ...(here && here.clientId !== null && !isGuest
      ? [go(`Publish ${here.name} to the client`, `${home(here.key)}/publish`)]
      : []),
    ...(doors.data ?? []).map(({ id, name, url }) => ({
      id: `door-${id}`,
      label: `${name} (opens ${new URL(url).hostname})`,
      words: "door outside",
      run: () => window.open(url, "_blank", "noopener,noreferrer"),
    })),
    ...projects.map(({ key, name }) => go(`${name} (${key})`, home(key))),
    go("Today", "/today", { keys: "g t" }),
    go("Inbox", "/inbox", { keys: "g i" }),
    go("Portfolio", "/portfolio", { keys: "g p" }),
    go("Roadmap of all projects", "/roadmap"),
    go("Workload", "/workload", { keys: "g w" }),
    go("Time", "/time"),
    ...(can.includes("member.list") ? [go("Reviews", "/reviews", { keys: "g v" })] : []),
    ...(can.includes("template.read") ? [go("Templates", "/templates", { keys: "g e" })] : []),
    ...(mayStart ? [go("New project", "/projects/new")] : []),
    ...(can.includes("import.run") ? [go("Import a board", "/import")] : []),
    ...SETTINGS.filter(({ action }) => !action || can.includes(action)).map(({ to, label, words }) =>
      go(label, to, { words }),
    ),
  ];
}
