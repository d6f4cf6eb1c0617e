import { Anchor, Button, Group, Text } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, apiLink, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { Setting } from "../ui/setting.tsx";
import { EraseDialog } from "./erase-dialog.tsx";

const formerQuery = queryOptions({
  queryKey: keys.workspace("former-contacts"),
  queryFn: async () => (await answer(api.GET("/api/v1/former-contacts"))).items,
});

/** Whoever was taken off a client; what they said still stands under their name, until they are erased. */
export function FormerContacts() {
  const { data: people = [] } = useQuery(formerQuery);
  const [erasing, setErasing] = useState<Shape<"FormerContact"> | null>(null);
  if (people.length === 0) return null;
  return (
    <Setting title="People who were removed" affects="the names beside what they said and decided">
      {people.map((person) => (
        <Group key={person.personId} gap="xs" wrap="nowrap">
          <Text style={{ flex: 1, overflowWrap: "anywhere" }}>
            {person.name}{" "}
            <Text component="span" size="xs" c="dimmed">
              {person.email}
            </Text>
          </Text>
          <Anchor size="sm" href={apiLink(`/contacts/${person.personId}/export`)} download>
            Everything kept (JSON)
          </Anchor>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Erase ${person.name}`}
            onClick={() => setErasing(person)}
          >
            Erase
          </Button>
        </Group>
      ))}
      {erasing ? <EraseDialog person={erasing} onClose={() => setErasing(null)} /> : null}
    </Setting>
  );
}
