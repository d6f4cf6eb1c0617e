import "@mantine/spotlight/styles.css";
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { projectsQuery } from "../lib/current-project.ts";
import { useCan } from "../lib/session.ts";

/** Every place by name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const actions = useActions();
  const [query, setQuery] = useState("");
  return (
    <Spotlight
      forceOpened
      onSpotlightClose={onClose}
      query={query}
      onQueryChange={setQuery}
      actions={actions}
      shortcut={null}
      highlightQuery
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
  const pages = [
    go("portfolio", "Portfolio", "/portfolio"),
    go("people", "People and settings", "/settings/people"),
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
