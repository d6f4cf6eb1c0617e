import { ActionIcon, Avatar, Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconUserMinus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { membersQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan, useMe } from "../lib/session.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { Waiting } from "../ui/waiting.tsx";
import classes from "./people.module.css";
import { ROLES, type Role, roleOf } from "./roles.ts";

type Member = Shape<"Member">;

export function MemberList() {
  const { data } = useQuery(membersQuery);
  const mayChange = useCan("member.change");
  const { person } = useMe();
  if (!data) return <Waiting rows={3} />;
  return (
    <ul className={classes.list}>
      {data.map((member) => (
        <MemberRow
          key={member.personId}
          member={member}
          mayChange={mayChange}
          own={member.personId === person.id}
        />
      ))}
    </ul>
  );
}

function MemberRow({ member, mayChange, own }: { member: Member; mayChange: boolean; own: boolean }) {
  const { personId, name, email, role, title } = member;
  const { changeRole, changeTitle } = useMemberActs();
  const [leaving, setLeaving] = useState(false);
  return (
    <li className={classes.row}>
      <Group gap="sm" wrap="nowrap" className={classes.who}>
        <Avatar name={name} size={36} color="initials" aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {name} {own ? "(you)" : ""}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {email}
          </Text>
        </div>
      </Group>
      {mayChange ? (
        <>
          <TextInput
            aria-label={`What ${name} does`}
            placeholder="What they do"
            defaultValue={title}
            w={160}
            onBlur={({ currentTarget }) => changeTitle(member, currentTarget.value).catch(sayProblem)}
          />
          <Select
            aria-label={`Role of ${name}`}
            data={[...ROLES]}
            value={role}
            allowDeselect={false}
            w={220}
            onChange={(next) => changeRole(member, roleOf(next)).catch(sayProblem)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove ${name}`}
            disabled={own}
            onClick={() => setLeaving(true)}
          >
            <IconUserMinus size={18} aria-hidden />
          </ActionIcon>
          {leaving ? (
            <RemoveMember personId={personId} name={name} onClose={() => setLeaving(false)} />
          ) : null}
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {[title, role].filter(Boolean).join(", ")}
        </Text>
      )}
    </li>
  );
}

/** Asked first: sessions end at once and only a new invitation brings the person back. */
function RemoveMember({ personId, name, onClose }: { personId: string; name: string; onClose: () => void }) {
  const { remove } = useMemberActs();
  const act = () =>
    remove(personId)
      .then(() => sayDone(`${name} no longer works here.`))
      .catch(sayProblem)
      .finally(onClose);
  return (
    <Modal opened onClose={onClose} title={`Remove ${name}?`}>
      <Stack>
        <Text>
          {name} is signed out everywhere at once and leaves every project. What they wrote stays; their open
          cards and milestones count as without owner until somebody takes them. To come back they need a new
          invitation that names their projects.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep {name}
          </Button>
          <Button color="red" onClick={() => void act()}>
            Remove {name}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function useMemberActs() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.workspace() });
  const at = (personId: string) => ({ params: { path: { personId } } });
  const setRole = async (personId: string, from: Role, role: Role) => {
    await answer(
      api.PATCH("/api/v1/members/{personId}", { ...at(personId), body: { role, expected: { role: from } } }),
    ).finally(refresh);
  };
  const changeRole = async ({ personId, name, role }: Member, next: Role) => {
    await setRole(personId, role, next);
    offerUndo(`${name} is ${next} now.`, () => setRole(personId, next, role));
  };
  const changeTitle = async ({ personId, title }: Member, next: string) => {
    if (next.trim() === title) return;
    await answer(api.PATCH("/api/v1/members/{personId}", { ...at(personId), body: { title: next.trim() } }));
    await refresh();
  };
  const remove = async (personId: string) => {
    await answer(api.DELETE("/api/v1/members/{personId}", at(personId)));
    await refresh();
  };
  return { changeRole, changeTitle, remove };
}
