import { Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answer, api } from "../lib/api.ts";
import { clientsQuery } from "../lib/directory.ts";
import { inWords } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { useSubmit } from "../lib/use-submit.ts";

interface ClientChoiceProps {
  value: string | null;
  error?: ReactNode;
  onChange: (clientId: string | null) => void;
}

const NEW = "new";

/** Whom a project is for. A client nobody has written down yet is added by choosing the name that was typed. */
export function ClientChoice({ value, error, onChange }: ClientChoiceProps) {
  const client = useQueryClient();
  const mayAdd = useCan("client.edit");
  const { data: clients = [] } = useQuery(clientsQuery);
  const [typed, setTyped] = useState("");
  const { submit, busy, problem } = useSubmit(async (name: string) => {
    const { id } = await answer(api.POST("/api/v1/clients", { body: { name } }));
    await client.invalidateQueries({ queryKey: keys.workspace("clients") });
    onChange(id);
  });
  const name = typed.trim();
  const known = clients.some((each) => each.name.toLowerCase() === name.toLowerCase());
  const options = clients.map((each) => ({ value: each.id, label: each.name }));
  return (
    <Select
      label="Client"
      placeholder="Internal: no client"
      clearable
      searchable
      selectFirstOptionOnChange
      data={mayAdd && name && !known ? [...options, { value: NEW, label: `Add client “${name}”` }] : options}
      nothingFoundMessage="No client of this name"
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      disabled={busy}
      error={problem ? inWords(problem).message : error}
      onChange={(chosen) => (chosen === NEW ? void submit(name) : onChange(chosen))}
    />
  );
}
