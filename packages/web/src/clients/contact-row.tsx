import { ActionIcon, Button, Group, Menu, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { apiLink, type Shape } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { EraseDialog } from "./erase-dialog.tsx";

type Contact = Shape<"Contact">;
export type ContactChange = Pick<Contact, "name" | "email" | "language">;

interface ContactRowProps {
  contact: Contact;
  mayEdit: boolean;
  onChange: (change: ContactChange) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
}

/** One of the client's people; changed in place. */
export function ContactRow({ contact, mayEdit, onChange, onRemove }: ContactRowProps) {
  const [editing, setEditing] = useState(false);
  const [erasing, setErasing] = useState(false);
  const { name, email, mailCameBackAt } = contact;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Text style={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
          {name}{" "}
          <Text component="span" size="xs" c="dimmed">
            {email}
          </Text>
          {mailCameBackAt ? (
            <Text component="span" display="block" size="xs" c="var(--mp-off-track)">
              Mail to this address came back on {momentText(mailCameBackAt)}.
            </Text>
          ) : null}
        </Text>
        {mayEdit ? (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Change ${name}`}
              aria-expanded={editing}
              onClick={() => setEditing(!editing)}
            >
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove ${name}`}
              onClick={() => void onRemove().catch(sayProblem)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`More about ${name}`}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item component="a" href={apiLink(`/contacts/${contact.personId}/export`)} download>
                  Everything kept about them (JSON)
                </Menu.Item>
                <Menu.Item color="red" onClick={() => setErasing(true)}>
                  Erase this person
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        ) : null}
      </Group>
      {erasing ? <EraseDialog person={contact} onClose={() => setErasing(false)} /> : null}
      {editing ? (
        <ContactForm
          contact={contact}
          onSave={async (change) => {
            await onChange(change);
            setEditing(false);
          }}
        />
      ) : null}
    </>
  );
}

const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "de", label: "German" },
];

interface ContactFormProps {
  contact: Contact;
  onSave: (change: ContactChange) => Promise<unknown>;
}

function ContactForm({ contact, onSave }: ContactFormProps) {
  const { name, email, language } = contact;
  const [fields, setFields] = useState<ContactChange>({ name, email, language });
  const { submit, busy, problem, field } = useSubmit(onSave);
  const change = (part: Partial<ContactChange>) => setFields((before) => ({ ...before, ...part }));
  return (
    <Form onSend={() => submit(fields)}>
      <Stack gap="xs" my="xs">
        <TextInput
          label="Name"
          required
          value={fields.name}
          error={field("name")}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <TextInput
          type="email"
          label="Mail address"
          description="With another address, every link and device of the old one opens nothing any more."
          required
          value={fields.email}
          error={field("email")}
          onChange={({ currentTarget }) => change({ email: currentTarget.value })}
        />
        <Select
          label="Language of pages and mails"
          allowDeselect={false}
          data={LANGUAGES}
          value={fields.language}
          onChange={(value) => change({ language: value ?? language })}
        />
        <Group>
          <Button type="submit" loading={busy} aria-label={`Save ${name}`}>
            Save
          </Button>
        </Group>
        <Refusal problem={problem} />
      </Stack>
    </Form>
  );
}
