import { Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { projectsQuery } from "../lib/current-project.ts";
import { clientsQuery } from "../lib/directory.ts";
import type { Choices, Preview } from "./imports.api.ts";

interface DestinationProps {
  importedInto: Preview["importedInto"];
  choices: Choices;
  onChange: (part: Partial<Choices>) => void;
  problem: string | undefined;
}

const NEW = "new";

/** A new project, or one that is here. A board that came before goes where it went. */
export function Destination({ importedInto, choices, onChange, problem }: DestinationProps) {
  const projects = useQuery(projectsQuery).data ?? [];
  const clients = useQuery(clientsQuery).data ?? [];
  const here = projects.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack>
      {importedInto ? (
        <Text>
          This board came into <strong>{importedInto.name}</strong> before. Running it again adds what is new
          there and leaves cards that are there as they are.
        </Text>
      ) : null}
      <Select
        label="Into"
        data={importedInto ? here : [{ value: NEW, label: "A new project" }, ...here]}
        allowDeselect={false}
        searchable
        value={choices.projectId ?? NEW}
        onChange={(value) => onChange({ projectId: value === NEW ? null : value })}
      />
      {choices.projectId === null ? (
        <Group grow align="flex-start">
          <TextInput
            label="Name"
            required
            value={choices.name}
            error={problem}
            onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
          <Select
            label="Client"
            placeholder="Nobody: work for ourselves"
            clearable
            data={clients.map(({ id, name }) => ({ value: id, label: name }))}
            value={choices.clientId}
            onChange={(clientId) => onChange({ clientId })}
          />
        </Group>
      ) : null}
    </Stack>
  );
}
