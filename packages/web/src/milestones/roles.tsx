import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isOpen } from "../lib/milestone-words.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import { type Milestone, projectPeopleQuery } from "../lib/plan-query.ts";
import { giveRoles, type Role } from "../lib/role-acts.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./milestone.module.css";
import { Part } from "./part.tsx";
import { YourPart } from "./your-part.tsx";

const ROLE_NAMES: Record<Role["role"], string> = {
  responsible: "Works on it",
  approver: "Decides",
  consulted: "Is asked",
  informed: "Is told",
};

/** Who does what, in one sentence each, and whether it is clear to them. */
export function Roles({ milestone, mayPlan }: { milestone: Milestone; mayPlan: boolean }) {
  const { id } = useMe().person;
  const adding = useInPlace();
  const mine = milestone.ownerId === id || milestone.roles.some(({ personId }) => personId === id);
  const may = mayPlan && isOpen(milestone);
  return (
    <Part
      title="People"
      anchor="roles"
      action={
        may && !adding.isOpen ? (
          <Button size="compact-sm" variant="default" autoFocus={adding.hasReturned} onClick={adding.open}>
            Add
          </Button>
        ) : null
      }
    >
      {milestone.roles.length === 0 && !adding.isOpen ? (
        <Text c="dimmed" size="sm">
          {isOpen(milestone)
            ? "Nobody has a part yet. Say in one sentence what each person does."
            : "Nobody had a part in it."}
        </Text>
      ) : null}
      <ul className={classes.list}>
        {milestone.roles.map((role) => (
          <RoleLine key={`${role.personId} ${role.role}`} milestone={milestone} role={role} mayPlan={may} />
        ))}
      </ul>
      {adding.isOpen ? <AddRole milestone={milestone} onClose={adding.close} /> : null}
      {mine && isOpen(milestone) ? <YourPart milestone={milestone} personId={id} /> : null}
    </Part>
  );
}

function RoleLine({ milestone, role, mayPlan }: { milestone: Milestone; role: Role; mayPlan: boolean }) {
  const client = useQueryClient();
  const names = usePeopleNames(milestone.projectId);
  const name = names.get(role.personId) ?? "Somebody";
  const receipt = milestone.receipts.find(({ personId }) => personId === role.personId);
  const remove = () =>
    giveRoles(
      client,
      milestone,
      milestone.roles.filter((each) => each !== role),
      `${name} removed`,
    ).catch(sayProblem);
  return (
    <li className={classes.line}>
      <div className={classes.grow}>
        <Text size="sm">
          <strong>{name}</strong> {ROLE_NAMES[role.role].toLowerCase()}
        </Text>
        {role.part ? <Text size="sm">{role.part}</Text> : null}
        <Text size="xs" c={receipt?.answer === "question" ? "var(--mp-at-risk)" : "dimmed"}>
          {receipt
            ? receipt.answer === "clear"
              ? "✓ Clear"
              : `Asks: ${receipt.question}`
            : isOpen(milestone)
              ? "Not answered yet"
              : "Not answered"}
        </Text>
      </div>
      {mayPlan ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Remove ${name}`}
          onClick={() => void remove()}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      ) : null}
    </li>
  );
}

function AddRole({ milestone, onClose }: { milestone: Milestone; onClose: () => void }) {
  const client = useQueryClient();
  const { data: people = [] } = useQuery(projectPeopleQuery(milestone.projectId));
  const [personId, setPersonId] = useState<string | null>(null);
  const [role, setRole] = useState<Role["role"]>("responsible");
  const [part, setPart] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    if (!personId) return;
    const name = people.find(({ id }) => id === personId)?.name ?? "Somebody";
    await giveRoles(
      client,
      milestone,
      [...milestone.roles, { personId, role, part: part.trim() }],
      `${name} added`,
    );
    onClose();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="xs">
        <Select
          label="Who"
          searchable
          autoFocus
          data={people.map(({ id, name, kind }) => ({
            value: id,
            label: kind === "contact" ? `${name} (client)` : name,
          }))}
          value={personId}
          onChange={setPersonId}
        />
        <Select
          label="Role"
          allowDeselect={false}
          data={Object.entries(ROLE_NAMES).map(([value, label]) => ({ value, label }))}
          value={role}
          onChange={(value) => setRole(roleOf(value))}
        />
        <TextInput
          label="Their part, in one sentence"
          description="People of the client read theirs on their own page, once it is published."
          placeholder="Writes the copy of all 14 pages"
          value={part}
          onChange={({ currentTarget }) => setPart(currentTarget.value)}
        />
        <Refusal problem={problem} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={busy} disabled={!personId}>
            Add
          </Button>
          <Button size="compact-md" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function roleOf(value: string | null): Role["role"] {
  return value === "approver" || value === "consulted" || value === "informed" ? value : "responsible";
}
