import { ActionIcon, Button, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import type { Template, TemplateRole } from "@milepost/planning";
import { IconX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { changeParts } from "./template-acts.ts";
import { freeKey, withRoles } from "./template-changes.ts";
import { Part, Roles } from "./template-parts.tsx";

/** The placeholders for people, and what they are called. */
export function RolesEditor({ template }: { template: TemplateDetail }) {
  const draft = `template.${template.id}.roles`;
  const editing = useInPlace(hasFormDraft(draft));
  if (editing.isOpen)
    return (
      <Part title="Roles">
        <RolesForm template={template} draft={draft} onClose={editing.close} />
      </Part>
    );
  return (
    <Roles
      roles={template.plan.roles}
      actions={
        <Button
          size="compact-sm"
          variant="default"
          aria-label="Edit roles"
          autoFocus={editing.hasReturned}
          onClick={editing.open}
        >
          Edit
        </Button>
      }
    />
  );
}

interface RolesFormProps {
  template: TemplateDetail;
  draft: string;
  onClose: () => void;
}

function RolesForm({ template, draft, onClose }: RolesFormProps) {
  const client = useQueryClient();
  const { plan } = template;
  const there = useMemo(() => ({ roles: plan.roles }), [plan.roles]);
  const { values, set, theirs, clear } = useFormDraft<Pick<Template, "roles">>(draft, there);
  const [added, setAdded] = useState<string | null>(null);
  const { roles } = values;
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem } = useSubmit(async () => {
    const named = roles.map((role) => ({ ...role, name: role.name.trim() }));
    await changeParts(client, template, withRoles(plan, named));
    leave();
  });
  const change = (key: string, part: Partial<TemplateRole>) =>
    set({ roles: roles.map((role) => (role.key === key ? { ...role, ...part } : role)) });
  const add = () => {
    const key = freeKey("role", roles);
    setAdded(key);
    set({ roles: [...roles, { key, name: "", side: "team" }] });
  };
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="xs" mt="xs">
        <Text size="sm" c="dimmed">
          What a role does that you remove, nobody does.
        </Text>
        {roles.map((role, n) => (
          <RoleRow
            key={role.key}
            role={role}
            n={n + 1}
            autoFocus={role.key === added || (added === null && n === 0)}
            onChange={(part) => change(role.key, part)}
            onRemove={() => set({ roles: roles.filter(({ key }) => key !== role.key) })}
          />
        ))}
        <div>
          <Button size="compact-md" variant="default" onClick={add}>
            Add a role
          </Button>
        </div>
        <Theirs theirs={theirs} labels={{ roles: "Roles" }} say={(_field, value) => rolesText(value)} />
        <Refusal problem={problem} />
        <SaveRow busy={busy} ready={roles.every(({ name }) => name.trim() !== "")} onCancel={leave} />
      </Stack>
    </Form>
  );
}

interface RoleRowProps {
  role: TemplateRole;
  n: number;
  autoFocus: boolean;
  onChange: (part: Partial<TemplateRole>) => void;
  onRemove: () => void;
}

function RoleRow({ role, n, autoFocus, onChange, onRemove }: RoleRowProps) {
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        style={{ flex: 1 }}
        aria-label={`Name of role ${n}`}
        placeholder="Designer"
        maxLength={240}
        autoFocus={autoFocus}
        value={role.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <SegmentedControl
        aria-label={`Side of role ${n}`}
        data={[
          { value: "team", label: "Team" },
          { value: "client", label: "Client" },
        ]}
        value={role.side}
        onChange={(side) => onChange({ side: side === "client" ? side : "team" })}
      />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove role ${n}`} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function rolesText(value: unknown): string {
  // The one field of this form.
  return (value as readonly TemplateRole[]).map(({ name }) => name).join("; ") || "none";
}
