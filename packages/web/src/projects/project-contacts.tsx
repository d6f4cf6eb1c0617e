import { Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import { clientAccessQuery } from "../lib/client-access.ts";
import { contactsQuery } from "../lib/directory.ts";
import { projectPeopleQuery } from "../lib/plan-query.ts";
import { keys } from "../lib/query-keys.ts";
import { sayProblem } from "../lib/undo.tsx";
import { type Choice, ChoiceSelect } from "../ui/choice-select.tsx";
import { ContactAccess } from "./contact-access.tsx";
import classes from "./parts.module.css";
import { ViewLog } from "./view-log.tsx";

type ContactRole = "approver" | "observer";

const ROLES: readonly Choice<ContactRole>[] = [
  { value: "approver", label: "Approver", means: "Decides for the client" },
  { value: "observer", label: "Observer", means: "Reads along" },
];

/** The client's people, and what each is on this project. */
export function ProjectContacts({ projectId, clientId }: { projectId: string; clientId: string | null }) {
  const { data: contacts = [] } = useQuery(contactsQuery);
  const { data: people = [] } = useQuery(projectPeopleQuery(projectId));
  const { data: access } = useQuery({ ...clientAccessQuery(projectId), enabled: clientId !== null });
  const setRole = useSetRole(projectId);
  const own = contacts.filter((contact) => contact.clientId === clientId);
  if (!clientId)
    return <Text c="dimmed">This project is internal. Choose a client above to add its people.</Text>;
  if (own.length === 0)
    return (
      <Text c="dimmed">
        Nobody is known at this client yet. <Link to={"/settings/clients" as "/"}>Add people at clients</Link>
      </Text>
    );
  return (
    <Stack gap="md">
      {own.map(({ personId, name }) => {
        const person = access?.people.find((each) => each.personId === personId);
        return (
          <Stack key={personId} gap={4}>
            <Group gap="xs" wrap="nowrap">
              <Text className={classes.name}>{name}</Text>
              <ChoiceSelect
                aria-label={`What ${name} is on this project`}
                placeholder="Not here"
                clearable
                w={160}
                choices={ROLES}
                value={roleOf(people.find(({ id }) => id === personId)?.role)}
                onChange={(role) => void setRole(personId, role).catch(sayProblem)}
              />
            </Group>
            {access && person ? (
              <ContactAccess projectId={projectId} person={person} viewLog={access.viewLog} />
            ) : null}
          </Stack>
        );
      })}
      <ViewLog projectId={projectId} />
    </Stack>
  );
}

function useSetRole(projectId: string) {
  const client = useQueryClient();
  return async (contactId: string, role: ContactRole | null) => {
    const params = { path: { projectId, contactId } };
    if (role === null)
      await answer(api.DELETE("/api/v1/projects/{projectId}/contacts/{contactId}", { params }));
    else {
      const body = { role };
      await answer(api.PUT("/api/v1/projects/{projectId}/contacts/{contactId}", { params, body }));
    }
    await client.invalidateQueries({ queryKey: keys.project(projectId) });
  };
}

function roleOf(role: string | null | undefined): ContactRole | null {
  return ROLES.find(({ value }) => value === role)?.value ?? null;
}
