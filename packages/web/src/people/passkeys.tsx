import { Button, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";
import { makePasskey, passkeysPossible, passkeysQuery } from "./passkeys.api.ts";
import classes from "./people.module.css";

export function Passkeys() {
  const { data = [] } = useQuery(passkeysQuery);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey });
  const remove = async (id: string, name: string) => {
    await answer(api.DELETE("/api/v1/me/passkeys/{id}", { params: { path: { id } } }));
    await refresh();
    sayDone(`${name} no longer signs you in.`);
  };
  return (
    <>
      {data.length === 0 ? <Text c="dimmed">None yet.</Text> : null}
      <ul className={classes.list}>
        {data.map(({ id, name, createdAt }) => (
          <li key={id} className={classes.row}>
            <div className={classes.who}>
              <Text>{name}</Text>
              <Text size="xs" c="dimmed">
                {createdAt ? `since ${momentText(createdAt)}` : ""}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Remove ${name}`}
              onClick={() => void remove(id, name).catch(sayProblem)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {passkeysPossible() ? (
        <AddPasskey onAdded={refresh} />
      ) : (
        <Text size="sm" c="dimmed" mt="xs">
          This browser cannot make passkeys at this address; they need https.
        </Text>
      )}
    </>
  );
}

function AddPasskey({ onAdded }: { onAdded: () => Promise<void> }) {
  const [name, setName] = useState("");
  const { submit, busy, problem, field } = useSubmit(async () => {
    if (!(await makePasskey(name))) return;
    setName("");
    await onAdded();
  });
  return (
    <AddForm action="Add passkey" onSend={submit} busy={busy} problem={problem}>
      <TextInput
        label="Name of the new passkey"
        placeholder="Laptop"
        required
        value={name}
        error={field("name")}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </AddForm>
  );
}
