import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { clientsQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { useTitle } from "../lib/title.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { suggestKey } from "./project-key.ts";

interface Wish {
  name: string;
  key: string | null;
  clientId: string | null;
  outcome: string;
  startOn: string;
  dueOn: string;
}

const BLANK: Wish = { name: "", key: null, clientId: null, outcome: "", startOn: "", dueOn: "" };

/** A name is enough; the rest can be said later on the head page. */
export function NewProjectPage() {
  useTitle("New project");
  const [wish, setWish] = useState(BLANK);
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  const { data: clients = [] } = useQuery(clientsQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = wish.key ?? suggestKey(wish.name);
  const { submit, busy, problem, field } = useSubmit(async () => {
    const body = { ...wish, key: key || undefined, startOn: wish.startOn || null, dueOn: wish.dueOn || null };
    const { key: made } = await answer(api.POST("/api/v1/projects", { body: withoutUndefined(body) }));
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.projects }),
      client.invalidateQueries({ queryKey: keys.portfolio }),
    ]);
    await navigate({ to: "/p/$projectKey", params: { projectKey: made.toLowerCase() } });
  });
  return (
    <Page title="New project" lead="A name is enough to begin." narrow>
      <Form onSend={submit}>
        <Stack maw={560}>
          <Refusal problem={problem} />
          <TextInput
            label="Name"
            placeholder="Website for Rosa Bakery"
            required
            autoFocus
            value={wish.name}
            error={field("name")}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <TextInput
            label="Key"
            description="Short name in addresses and card numbers, such as ROSA-12. It cannot be changed later."
            value={key}
            error={field("key")}
            maxLength={10}
            onChange={({ currentTarget }) => change({ key: currentTarget.value.toUpperCase() })}
          />
          <Select
            label="Client"
            placeholder="Internal: no client"
            clearable
            searchable
            data={clients.map(({ id, name }) => ({ value: id, label: name }))}
            value={wish.clientId}
            onChange={(clientId) => change({ clientId })}
          />
          <Textarea
            label="Outcome"
            description="What is different when it is done"
            placeholder="Guests order cake online"
            autosize
            minRows={2}
            value={wish.outcome}
            onChange={({ currentTarget }) => change({ outcome: currentTarget.value })}
          />
          <Group grow>
            <TextInput
              type="date"
              label="Starts"
              value={wish.startOn}
              error={field("startOn")}
              onChange={({ currentTarget }) => change({ startOn: currentTarget.value })}
            />
            <TextInput
              type="date"
              label="Ends"
              value={wish.dueOn}
              error={field("dueOn")}
              onChange={({ currentTarget }) => change({ dueOn: currentTarget.value })}
            />
          </Group>
          <Group>
            <Button type="submit" loading={busy}>
              Create project
            </Button>
          </Group>
        </Stack>
      </Form>
    </Page>
  );
}

function withoutUndefined<B extends { key: string | undefined }>({ key, ...rest }: B) {
  return key === undefined ? rest : { ...rest, key };
}
