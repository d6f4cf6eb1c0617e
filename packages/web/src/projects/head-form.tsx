import { Group, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { answer, api, ifMatch } from "../lib/api.ts";
import { type Project, projectQuery } from "../lib/current-project.ts";
import { clientsQuery, membersQuery } from "../lib/directory.ts";
import { useFormDraft } from "../lib/form-draft.ts";
import { keys } from "../lib/query-keys.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { ClientChoice } from "./client-choice.tsx";

type Fields = Pick<
  Project,
  "name" | "clientId" | "leadId" | "outcome" | "scopeIn" | "scopeOut" | "startOn" | "dueOn" | "clientApproval"
>;

const LABELS: Record<keyof Fields, string> = {
  name: "Name",
  clientId: "Client",
  leadId: "Lead",
  outcome: "Outcome",
  scopeIn: "In scope",
  scopeOut: "Not in scope",
  startOn: "Starts",
  dueOn: "Ends",
  clientApproval: "The client approves the milestones",
};

export function HeadForm({ project }: { project: Project }) {
  const there = useMemo(() => fieldsOf(project), [project]);
  const { values: fields, set: change, changes, theirs, clear } = useFormDraft(`head.${project.id}`, there);
  const save = useSaveHead(project);
  const say = useNames();
  const typed = Object.keys(changes).length > 0;
  return (
    <Form onSend={async () => (await save.submit(changes)) && clear()}>
      <Stack>
        <Refusal problem={save.problem} />
        <Theirs theirs={theirs} labels={LABELS} say={say} />
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
        <SaveRow busy={save.busy} ready onCancel={typed ? clear : null} />
      </Stack>
    </Form>
  );
}

function fieldsOf(project: Project): Fields {
  const { name, clientId, leadId, outcome, scopeIn, scopeOut, startOn, dueOn, clientApproval } = project;
  return { name, clientId, leadId, outcome, scopeIn, scopeOut, startOn, dueOn, clientApproval };
}

/** Values that are not texts, as people say them. */
function useNames(): (field: keyof Fields, value: unknown) => string {
  const { data: clients = [] } = useQuery(clientsQuery);
  const { data: members = [] } = useQuery(membersQuery);
  return (field, value) => {
    if (field === "clientApproval") return value ? "yes" : "no";
    if (value === null || value === "") return "empty";
    if (field === "clientId") return clients.find(({ id }) => id === value)?.name ?? "another client";
    if (field === "leadId") return members.find(({ personId }) => personId === value)?.name ?? "somebody";
    return `“${String(value)}”`;
  };
}

interface PickersProps {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
}

function PeoplePickers({ fields, change }: PickersProps) {
  const { data: members = [] } = useQuery(membersQuery);
  return (
    <Group grow align="flex-start">
      <ClientChoice value={fields.clientId} onChange={(clientId) => change({ clientId })} />
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
  return useSubmit(async (body: Partial<Fields>) => {
    const params = { path: { projectId: project.id } };
    const sent = answer(
      api.PATCH("/api/v1/projects/{projectId}", { params, headers: ifMatch(project.revision), body }),
    );
    // After a refusal the form shows what others have saved meanwhile.
    sent.catch(() => client.invalidateQueries({ queryKey: projectQuery(project.id).queryKey }));
    client.setQueryData(projectQuery(project.id).queryKey, await sent);
    void client.invalidateQueries({ queryKey: keys.projects });
    void client.invalidateQueries({ queryKey: keys.project(project.id) });
    void client.invalidateQueries({ queryKey: keys.portfolio });
    sayDone("Saved.");
  });
}
