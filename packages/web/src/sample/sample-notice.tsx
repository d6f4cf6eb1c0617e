import { Alert, Button, Group, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCan } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { removeSample, sampleQuery } from "./sample.api.ts";

/** On the sample project: says that it is one, and takes it away in one click. */
export function SampleNotice({ projectId }: { projectId: string }) {
  const may = useCan("project.create");
  const sample = useQuery({ ...sampleQuery, enabled: may }).data;
  return sample?.id === projectId ? <Notice /> : null;
}

function Notice() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { submit, busy, problem } = useSubmit(async () => {
    await removeSample();
    await navigate({ to: "/portfolio" });
    await client.invalidateQueries();
    sayDone("The sample project, its people and its clients are gone.");
  });
  return (
    <Alert variant="light" mb="md" role="note">
      <Group justify="space-between" gap="sm">
        <Text size="sm">This is the sample project: people, clients and dates are made up.</Text>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void submit()}>
          Remove it with its people and clients
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Alert>
  );
}
