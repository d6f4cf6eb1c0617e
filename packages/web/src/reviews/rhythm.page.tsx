import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { seriesQuery } from "./cadence.api.ts";
import { RhythmForm } from "./rhythm-form.tsx";

/** `/p/acme/review/rhythm`: when a project is reviewed, and with whom. */
export function RhythmPage() {
  const { id, key, name } = useProject();
  useTitle("Rhythm of reviews", name);
  const { data: series } = useQuery(seriesQuery(id));
  return (
    <Page
      title="Rhythm of reviews"
      narrow
      lead={
        <Anchor component={Link} to={`/p/${key.toLowerCase()}/review`} size="sm">
          All reviews of this project
        </Anchor>
      }
    >
      {series ? <RhythmForm key={id} projectId={id} series={series} /> : <Waiting rows={5} />}
    </Page>
  );
}
