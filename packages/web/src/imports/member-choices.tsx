import { Select, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { membersQuery } from "../lib/directory.ts";
import type { Preview } from "./imports.api.ts";

interface MemberChoicesProps {
  members: Preview["members"];
  choices: Record<string, string | null>;
  onChoose: (id: string, personId: string | null) => void;
}

/** Who is who; whoever is nobody here stays as a name in the text of their cards. */
export function MemberChoices({ members, choices, onChoose }: MemberChoicesProps) {
  const people = useQuery(membersQuery).data ?? [];
  const data = people.map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {members.map(({ id, name, username, cards }) => (
        <Select
          key={id}
          label={name}
          description={`@${username}, on ${cards} ${cards === 1 ? "card" : "cards"}`}
          placeholder="Nobody here: the name stays in the card"
          data={data}
          clearable
          searchable
          value={choices[id] ?? null}
          onChange={(personId) => onChoose(id, personId)}
        />
      ))}
    </SimpleGrid>
  );
}
