import "@mantine/spotlight/styles.css";
import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from "@mantine/spotlight";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { projectsQuery } from "../lib/current-project.ts";
import { useCan, useIsGuest, useMe } from "../lib/session.ts";
import { projectTabs } from "./project-tabs.ts";
import { SETTINGS } from "./settings-places.ts";

const [store, spotlight] = createSpotlight();

/** Every place by name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const actions = useActions();
  const [query, setQuery] = useState("");
  useEffect(() => spotlight.open(), []);
  return (
    <Spotlight
      store={store}
      attributes={{ content: { "aria-label": "Command menu" } }}
      onSpotlightClose={onClose}
      query={query}
      onQueryChange={setQuery}
      actions={actions}
      shortcut={null}
      scrollable
      maxHeight={420}
      limit={12}
      nothingFound="Nothing by that name. Try a project or a page."
      searchProps={{ placeholder: "A project, a page, or something new", "aria-label": "Command menu" }}
    />
  );
}

function useActions(): SpotlightActionGroupData[] {
  const router = useRouter();
  const projects = useSuspenseQuery(projectsQuery).data;
  const mayStart = useCan("project.create");
  const go = (id: string, label: string, href: string): SpotlightActionData => ({
    id,
    label,
    onClick: () => void router.navigate({ href }),
  });
  const { can } = useMe();
  const isGuest = useIsGuest();
  const { pathname } = useLocation();
  const here = projects.find(({ key }) => pathname.startsWith(`/p/${key.toLowerCase()}`));
  const tabs = here
    ? projectTabs(isGuest).map(({ to, label }) =>
        go(
          `${here.id}${label}`,
          `${label} of ${here.name}`,
          to.replace("$projectKey", here.key.toLowerCase()),
        ),
      )
    : [];
  const publish =
    here && here.clientId !== null && !isGuest
      ? [
          go(
            `${here.id}publish`,
            `Publish ${here.name} to the client`,
            `/p/${here.key.toLowerCase()}/publish`,
          ),
        ]
      : [];
  const settings = SETTINGS.filter(({ action }) => !action || can.includes(action)).map(
    ({ to, label, words }) => ({
      ...go(to, label, to),
      keywords: words.split(" "),
    }),
  );
  const pages = [
    ...tabs,
    ...publish,
    go("today", "Today", "/today"),
    go("portfolio", "Portfolio", "/portfolio"),
    go("workload", "Workload", "/workload"),
    ...(can.includes("template.read") ? [go("templates", "Templates", "/templates")] : []),
    ...settings,
  ];
  const create = mayStart ? [go("new-project", "New project", "/projects/new")] : [];
  return [
    {
      group: "Projects",
      actions: projects.map(({ id, key, name }) => go(id, `${name} (${key})`, `/p/${key.toLowerCase()}`)),
    },
    { group: "Pages", actions: pages },
    { group: "Create", actions: create },
  ].filter(({ actions }) => actions.length > 0);
}
