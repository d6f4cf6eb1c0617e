import { Checkbox, Stack, Text } from "@mantine/core";
import type { ReportState } from "./reports.api.ts";

interface ReaderChecksProps {
  label: string;
  contacts: ReportState["contacts"];
  value: string[];
  onChange: (personIds: string[]) => void;
}

/** Who of the client gets it by mail; the others find it on their page. */
export function ReaderChecks({ label, contacts, value, onChange }: ReaderChecksProps) {
  if (contacts.length === 0)
    return <Text c="dimmed">Nobody of the client is on this project, so nobody can get it by mail.</Text>;
  return (
    <Checkbox.Group
      label={label}
      description="The others find it on their page. One mail a day at most."
      value={value}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        {contacts.map(({ id, name, role }) => (
          <Checkbox key={id} value={id} label={`${name}, ${role}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
