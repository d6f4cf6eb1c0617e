import { Button, Group, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";
import { HolidayPlace } from "../ui/holiday-place.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Setting } from "../ui/setting.tsx";
import { AnswerDays } from "./answer-days.tsx";
import { type ContactChange, ContactRow } from "./contact-row.tsx";

type Client = Shape<"Client">;
type Contact = Shape<"Contact">;

interface ClientCardProps {
  client: Client;
  contacts: readonly Contact[];
  mayEdit: boolean;
}

export function ClientCard({ client, contacts, mayEdit }: ClientCardProps) {
  const acts = useClientActs(client);
  return (
    <Setting title={client.name} affects="projects for this client, and what its people are called there">
      {contacts.length === 0 ? (
        <Text c="dimmed" size="sm">
          Nobody known there yet.
        </Text>
      ) : null}
      {contacts.map((contact) => (
        <ContactRow
          key={contact.personId}
          contact={contact}
          mayEdit={mayEdit}
          onChange={(change) => acts.changeContact(contact, change)}
          onRemove={() => acts.removeContact(contact)}
        />
      ))}
      {mayEdit ? (
        <>
          <AddContact onAdd={acts.addContact} />
          <AnswerDays
            key={`answers ${client.revision}`}
            clientId={client.id}
            days={client.answerDays}
            onSave={(answerDays) => acts.change({ answerDays }, "Answer time changed.")}
          />
          <details style={{ marginTop: 12 }}>
            <summary style={{ cursor: "pointer", minHeight: 24 }}>Holidays of {client.name}</summary>
            <Text size="sm" c="dimmed" my="xs">
              How long the client takes to answer is counted without its own public holidays.
            </Text>
            <HolidayPlace
              key={client.revision}
              place={{ country: client.country, region: client.region }}
              onSave={(place) => acts.change({ ...place }, "Holidays changed.")}
            />
          </details>
          <details style={{ marginTop: 12 }}>
            <summary style={{ cursor: "pointer", minHeight: 24 }}>Rename or remove {client.name}</summary>
            <ClientName
              key={client.revision}
              client={client}
              onSave={(name) => acts.change({ name }, "Renamed.")}
              onRemove={acts.remove}
              removable={contacts.length === 0}
            />
          </details>
        </>
      ) : null}
    </Setting>
  );
}

interface ClientNameProps {
  client: Client;
  onSave: (name: string) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
  removable: boolean;
}

function ClientName({ client, onSave, onRemove, removable }: ClientNameProps) {
  const [name, setName] = useState(client.name);
  const { submit, busy, problem } = useSubmit(onSave);
  return (
    <>
      <Group align="flex-end" gap="xs" mt="md">
        <TextInput
          label="Name of the client"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          style={{ flex: "0 1 320px" }}
        />
        <Button
          variant="default"
          loading={busy}
          disabled={name.trim() === client.name}
          onClick={() => void submit(name)}
        >
          Rename
        </Button>
        {removable ? (
          <Button variant="default" c="var(--mp-off-track)" onClick={() => void onRemove().catch(sayProblem)}>
            Remove client
          </Button>
        ) : null}
      </Group>
      <Refusal problem={problem} />
    </>
  );
}

function AddContact({ onAdd }: { onAdd: (name: string, email: string) => Promise<unknown> }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onAdd(name, email);
    setName("");
    setEmail("");
  });
  return (
    <AddForm action="Add person" onSend={submit} busy={busy} problem={problem}>
      <TextInput
        label="Person"
        required
        value={name}
        error={field("name")}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        type="email"
        label="Mail address"
        required
        value={email}
        error={field("email")}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
    </AddForm>
  );
}

function useClientActs({ id, name, revision }: Client) {
  const client = useQueryClient();
  const params = { path: { clientId: id } };
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.workspace() }),
      client.invalidateQueries({ queryKey: keys.portfolio }),
    ]);
  const addContact = async (person: string, email: string) => {
    await answer(
      api.POST("/api/v1/contacts", { body: { clientId: id, name: person, email, language: "en" } }),
    );
    await refresh();
  };
  const removeContact = async (contact: Contact) => {
    await answer(
      api.DELETE("/api/v1/contacts/{contactId}", { params: { path: { contactId: contact.personId } } }),
    );
    await refresh();
    offerUndo(`${contact.name} removed.`, () => addContact(contact.name, contact.email));
  };
  const changeContact = async ({ personId, revision: seen }: Contact, body: ContactChange) => {
    const path = { contactId: personId };
    const language = body.language === "de" ? "de" : "en";
    await answer(
      api.PATCH("/api/v1/contacts/{contactId}", {
        params: { path },
        headers: ifMatch(seen),
        body: { ...body, language },
      }),
    );
    await Promise.all([refresh(), client.invalidateQueries({ queryKey: ["project"] })]);
    sayDone(`${body.name} changed.`);
  };
  /** Over the revision that was seen; the dates of its projects may hang on it. */
  const change = async (
    body: Partial<Pick<Client, "name" | "country" | "region" | "answerDays">>,
    said: string,
  ) => {
    await answer(api.PATCH("/api/v1/clients/{clientId}", { params, headers: ifMatch(revision), body }));
    await Promise.all([refresh(), client.invalidateQueries({ queryKey: ["project"] })]);
    sayDone(said);
  };
  const remove = async () => {
    await answer(api.DELETE("/api/v1/clients/{clientId}", { params }));
    await refresh();
    offerUndo(`${name} removed.`, () =>
      answer(api.POST("/api/v1/clients", { body: { name } })).then(refresh),
    );
  };
  return { addContact, changeContact, removeContact, change, remove };
}
