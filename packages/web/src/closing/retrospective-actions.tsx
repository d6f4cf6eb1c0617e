import { Button, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dayText } from "../lib/dates.ts";
import { membersQuery } from "../lib/directory.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";
import { addAction, dropAction, type Retrospective, type RetrospectiveAction } from "./retrospective.api.ts";

/** What somebody takes on, with a day; it goes on as a card of the next project. */
export function RetrospectiveActions({ retrospective }: { retrospective: Retrospective }) {
  const { actions, may, projectId } = retrospective;
  if (actions.length === 0 && !may.write) return null;
  return (
    <section aria-label="What we do next time">
      <Title order={2} size="h3" mb="xs">
        What we do next time
      </Title>
      <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: "none" }}>
        {actions.map((action) => (
          <OneAction key={action.id} action={action} projectId={projectId} mayDrop={may.write} />
        ))}
      </Stack>
      {may.write ? <AddAction projectId={projectId} /> : null}
    </section>
  );
}

interface OneActionProps {
  action: RetrospectiveAction;
  projectId: string;
  mayDrop: boolean;
}

function OneAction({ action, projectId, mayDrop }: OneActionProps) {
  const client = useQueryClient();
  const { id, title, ownerName, dueOn, carriedTo } = action;
  const facts = [
    ownerName,
    dueOn ? `by ${dayText(dueOn)}` : null,
    carriedTo ? `goes on in ${carriedTo.name}` : null,
  ];
  return (
    <Group component="li" gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
      <div>
        {title}
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(", ")}
        </Text>
      </div>
      {mayDrop && !carriedTo ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Remove “${title}”`}
          onClick={() => void dropAction(client, projectId, id).catch(sayProblem)}
        >
          Remove
        </Button>
      ) : null}
    </Group>
  );
}

function AddAction({ projectId }: { projectId: string }) {
  const client = useQueryClient();
  const { data: members = [] } = useQuery(membersQuery);
  const [title, setTitle] = useState("");
  const [ownerId, setOwner] = useState<string | null>(null);
  const [dueOn, setDue] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    await addAction(client, projectId, { title, ownerId, dueOn: dueOn || null });
    setTitle("");
    setOwner(null);
    setDue("");
  });
  return (
    <AddForm action="Add" onSend={submit} busy={busy} problem={problem}>
      <TextInput
        label="Action"
        value={title}
        style={{ flex: "1 1 220px" }}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <Select
        label="Who"
        clearable
        searchable
        data={members.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={ownerId}
        onChange={setOwner}
      />
      <TextInput
        type="date"
        label="By"
        value={dueOn}
        onChange={({ currentTarget }) => setDue(currentTarget.value)}
      />
    </AddForm>
  );
}
