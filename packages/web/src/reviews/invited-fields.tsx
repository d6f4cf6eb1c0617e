import { Checkbox, Stack, Switch, Text } from "@mantine/core";
import type { Series, SeriesFields } from "./cadence.api.ts";

interface InvitedFieldsProps {
  values: SeriesFields;
  people: Series["people"];
  onChange: (change: Partial<SeriesFields>) => void;
}

/** The team, and people of the client for the second part, where they are wanted. */
export function InvitedFields({ values, people, onChange }: InvitedFieldsProps) {
  const { clientPart, remind, inviteeIds } = values;
  const contacts = people.filter(({ kind }) => kind === "contact");
  const invite = (of: readonly Series["people"][number][], chosen: readonly string[]) => {
    const others = inviteeIds.filter((id) => !of.some((person) => person.id === id));
    onChange({ inviteeIds: [...others, ...chosen].toSorted() });
  };
  const group = (label: string, of: Series["people"]) => (
    <Checkbox.Group
      label={label}
      value={inviteeIds.filter((id) => of.some((person) => person.id === id))}
      onChange={(chosen) => invite(of, chosen)}
    >
      <Stack gap={6} mt={6}>
        {of.map(({ id, name, role }) => (
          <Checkbox key={id} value={id} label={`${name}, ${role}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
  return (
    <Stack gap="md">
      {group(
        "Invited of the team",
        people.filter(({ kind }) => kind === "member"),
      )}
      {contacts.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody of the client is on this project yet.
        </Text>
      ) : (
        <>
          <Switch
            label="The client takes part 2"
            description="They read what is published, milestone by milestone, and say whether it is fine. Nothing that only the team knows reaches them."
            checked={clientPart}
            onChange={({ currentTarget }) => onChange({ clientPart: currentTarget.checked })}
          />
          {clientPart ? group("Invited of the client", contacts) : null}
        </>
      )}
      <Switch
        label="Remind the day before"
        description="Whoever is invited has one mail, at 17:00 of the working day before, with an agenda made from the plan."
        checked={remind}
        onChange={({ currentTarget }) => onChange({ remind: currentTarget.checked })}
      />
    </Stack>
  );
}
