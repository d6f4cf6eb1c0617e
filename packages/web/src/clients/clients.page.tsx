import { Button, Group, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { clientsQuery, contactsQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { ClientCard } from "./client-card.tsx";
import { FormerContacts } from "./former-contacts.tsx";

/** The companies the workspace works for, and their people. */
export function ClientsPage() {
  useTitle("Clients", "Settings");
  const { data: clients } = useQuery(clientsQuery);
  const { data: contacts = [] } = useQuery(contactsQuery);
  const mayEdit = useCan("client.edit");
  const mayErase = useCan("person.erase");
  return (
    <Page
      title="Clients"
      lead="Companies you work for, and the people there who approve or read along."
      narrow
    >
      {mayEdit ? <AddClient /> : null}
      {!clients ? <Waiting rows={3} /> : null}
      {clients?.length === 0 ? (
        <EmptyState title="No client yet">
          Add a company, for example “Rosa Bakery”, then the people there. Projects without a client are
          internal.
        </EmptyState>
      ) : null}
      {clients?.map((each) => (
        <ClientCard
          key={each.id}
          client={each}
          contacts={contacts.filter(({ clientId }) => clientId === each.id)}
          mayEdit={mayEdit}
        />
      ))}
      {mayErase ? <FormerContacts /> : null}
    </Page>
  );
}

function AddClient() {
  const [name, setName] = useState("");
  const client = useQueryClient();
  const { submit, busy, problem, field } = useSubmit(async () => {
    await answer(api.POST("/api/v1/clients", { body: { name } }));
    setName("");
    await client.invalidateQueries({ queryKey: keys.workspace("clients") });
  });
  return (
    <Form onSend={submit}>
      <Group align="flex-end" gap="xs" mb="md">
        <TextInput
          label="New client"
          placeholder="Rosa Bakery"
          required
          style={{ flex: "0 1 320px" }}
          value={name}
          error={field("name")}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          Add client
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Form>
  );
}
