import { Button, Group, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, ifMatch } from "../lib/api.ts";
import { type Project, projectQuery } from "../lib/current-project.ts";
import { clientsQuery, membersQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

type Fields = Pick<
  Project,
  "name" | "clientId" | "leadId" | "outcome" | "scopeIn" | "scopeOut" | "startOn" | "dueOn" | "clientApproval"
>;

export function HeadForm({ project }: { project: Project }) {
  const { name, clientId, leadId, outcome, scopeIn, scopeOut, startOn, dueOn, clientApproval } = project;
  const [fields, setFields] = useState<Fields>({
    name,
    clientId,
    leadId,
    outcome,
    scopeIn,
    scopeOut,
    startOn,
    dueOn,
    clientApproval,
  });
  const change = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }));
  const save = useSaveHead(project);
  return (
    <Form onSend={() => save.submit(fields)}>
      <Stack>
        <Refusal problem={save.problem} />
        <TextInput
          label="Name"
          required
          value={fields.name}
          error={save.field("name")}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <TextField
          label="Outcome"
          hint="What is different when it is done"
          value={fields.outcome}
          onChange={(text) => change({ outcome: text })}
        />
        <TextField
          label="In scope"
          hint="One line per thing that was agreed"
          value={fields.scopeIn}
          onChange={(text) => change({ scopeIn: text })}
        />
        <TextField
          label="Not in scope"
          hint="What somebody could expect, and will not get"
          value={fields.scopeOut}
          onChange={(text) => change({ scopeOut: text })}
        />
        <PeoplePickers fields={fields} change={change} />
        <Group grow>
          <TextInput
            type="date"
            label="Starts"
            value={fields.startOn ?? ""}
            error={save.field("startOn")}
            onChange={({ currentTarget }) => change({ startOn: currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label="Ends"
            value={fields.dueOn ?? ""}
            error={save.field("dueOn")}
            onChange={({ currentTarget }) => change({ dueOn: currentTarget.value || null })}
          />
        </Group>
        <Switch
          label="The client approves the milestones"
          description="Then each milestone needs somebody at the client who decides."
          checked={fields.clientApproval}
          onChange={({ currentTarget }) => change({ clientApproval: currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={save.busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface PickersProps {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
}

function PeoplePickers({ fields, change }: PickersProps) {
  const { data: clients = [] } = useQuery(clientsQuery);
  const { data: members = [] } = useQuery(membersQuery);
  return (
    <Group grow align="flex-start">
      <Select
        label="Client"
        placeholder="Internal: no client"
        clearable
        searchable
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <Select
        label="Lead"
        placeholder="Nobody yet"
        clearable
        searchable
        data={members
          .filter(({ role }) => role !== "guest")
          .map(({ personId, name }) => ({ value: personId, label: name }))}
        value={fields.leadId}
        onChange={(leadId) => change({ leadId })}
      />
    </Group>
  );
}

interface TextFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}

function TextField({ label, hint, value, onChange }: TextFieldProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={2}
      maxRows={12}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function useSaveHead(project: Project) {
  const client = useQueryClient();
  return useSubmit(async (body: Fields) => {
    const params = { path: { projectId: project.id } };
    const saved = await answer(
      api.PATCH("/api/v1/projects/{projectId}", { params, headers: ifMatch(project.revision), body }),
    );
    client.setQueryData(projectQuery(project.id).queryKey, saved);
    void client.invalidateQueries({ queryKey: keys.projects });
    void client.invalidateQueries({ queryKey: keys.project(project.id) });
    void client.invalidateQueries({ queryKey: keys.portfolio });
    sayDone("Saved.");
  });
}
