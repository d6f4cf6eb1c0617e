import { useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";

export function OverviewPage() {
  const project = useProject();
  useTitle("Overview", project.name);
  return <Page title={project.name}>{null}</Page>;
}
