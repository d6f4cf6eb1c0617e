import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCan } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { removeSample, sampleQuery } from "./sample.api.ts";
import { TourPanel } from "./tour-panel.tsx";
import { TOUR } from "./tour-parts.ts";
import { endTour, goTo } from "./tour-step.ts";

interface SampleNoticeProps {
  projectId: string;
  onOverview: boolean;
}

/** On the sample project: says that it is one, shows around in it, and takes it away in one click. */
export function SampleNotice({ projectId, onOverview }: SampleNoticeProps) {
  const may = useCan("project.create");
  const sample = useQuery({ ...sampleQuery, enabled: may }).data;
  if (sample?.id !== projectId) return null;
  return (
    <>
      {onOverview ? <Notice projectKey={sample.key} /> : null}
      <TourPanel projectKey={sample.key} />
    </>
  );
}

function Notice({ projectKey }: { projectKey: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const takeTour = () => {
    goTo(0);
    void navigate({ to: `/p/${projectKey.toLowerCase()}${TOUR[0]?.place.path ?? ""}` });
  };
  const { submit, busy, problem } = useSubmit(async () => {
    await removeSample();
    endTour();
    await navigate({ to: "/portfolio" });
    await client.invalidateQueries();
    sayDone("The sample project, its people and its clients are gone.");
  });
  return (
    <Alert variant="light" mb="md" role="note">
      <Group justify="space-between" gap="sm">
        <Text size="sm">This is the sample project: people, clients and dates are made up.</Text>
        <Group gap="sm">
          <Button size="compact-sm" onClick={takeTour}>
            Take the tour
          </Button>
          <Button size="compact-sm" variant="default" loading={busy} onClick={() => void submit()}>
            Remove it with its people and clients
          </Button>
        </Group>
      </Group>
      <Refusal problem={problem} />
    </Alert>
  );
}
