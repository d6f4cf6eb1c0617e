import { Button, Group, Select, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, ifMatch } from "../lib/api.ts";
import { countries, currencies, zones } from "../lib/places.ts";
import { keys } from "../lib/query-keys.ts";
import { useTitle } from "../lib/title.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Setting } from "../ui/setting.tsx";
import { WeekEditor } from "./week-editor.tsx";

interface Change {
  name?: string;
  zone?: string;
  currency?: string;
  country?: string | null;
  week?: [number, number][][];
  viewLog?: boolean;
}

export function WorkspacePage() {
  useTitle("Workspace", "Settings");
  const { workspace, save } = useWorkspace();
  return (
    <Page title="Workspace" narrow>
      <Setting title="Your business" affects="everybody here, and clients: the name stands on what they see">
        <WorkspaceForm key={workspace.revision} workspace={workspace} onSave={save} />
      </Setting>
      <Setting
        title="Working week"
        affects="everybody without a week of their own, and the dates of all plans"
      >
        <WeekEditor key={workspace.revision} week={workspace.week} onSave={(week) => save({ week })} />
      </Setting>
      <Setting
        title="What clients open"
        affects="everybody at your clients: their pages say whether it is kept"
      >
        <Switch
          label="Keep a view log"
          description="Who of a client opened which page and when, for 12 months. Off, nothing is kept, and nobody is told that a decision was opened."
          checked={workspace.viewLog}
          onChange={({ currentTarget: { checked } }) => void save({ viewLog: checked }).catch(sayProblem)}
        />
      </Setting>
    </Page>
  );
}

function useWorkspace() {
  const client = useQueryClient();
  const queryKey = keys.workspace("current");
  const workspace = useSuspenseQuery({
    queryKey,
    queryFn: () => answer(api.GET("/api/v1/workspaces/current")),
  }).data;
  const save = async (body: Change) => {
    const headers = ifMatch(workspace.revision);
    client.setQueryData(queryKey, await answer(api.PATCH("/api/v1/workspaces/current", { headers, body })));
    await Promise.all(
      [["me"], ["project"], ["portfolio"]].map((each) => client.invalidateQueries({ queryKey: each })),
    );
    sayDone("Saved.");
  };
  return { workspace, save };
}

interface WorkspaceFormProps {
  workspace: { name: string; zone: string; currency: string; country: string | null };
  onSave: (change: Change) => Promise<void>;
}

function WorkspaceForm({ workspace, onSave }: WorkspaceFormProps) {
  const { name, zone, currency, country } = workspace;
  const [fields, setFields] = useState({ name, zone, currency, country });
  const { submit, busy, problem, field } = useSubmit(onSave);
  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  return (
    <Form onSend={() => submit(fields)}>
      <Stack>
        <Refusal problem={problem} />
        <TextInput
          label="Name"
          required
          value={fields.name}
          error={field("name")}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <Select
          label="Time zone"
          description="Decides when a day begins and ends for due dates"
          searchable
          allowDeselect={false}
          data={zones()}
          value={fields.zone}
          onChange={(next) => change({ zone: next ?? fields.zone })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label="Country"
            searchable
            clearable
            data={countries()}
            value={fields.country}
            onChange={(next) => change({ country: next })}
          />
          <Select
            label="Currency of new projects"
            searchable
            allowDeselect={false}
            data={currencies()}
            value={fields.currency}
            onChange={(next) => change({ currency: next ?? fields.currency })}
          />
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
