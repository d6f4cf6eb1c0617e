import { ActionIcon, Avatar, Group, Text, TextInput } from "@mantine/core";
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
import { RemovalDialog } from "./removal-dialog.tsx";
import { RoleSelect } from "./role-select.tsx";
import { isAbove, type Role } from "./roles.ts";

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
  const { name, email, role, title } = member;
  const me = useMe();
  return (
    <li className={classes.row}>
      <Group gap="sm" wrap="nowrap" className={classes.who}>
        <Avatar name={name} size={36} color="initials" aria-hidden />
        <div className={classes.words}>
          <Text fw={600}>
            {name} {own ? "(you)" : ""}
          </Text>
          <Text size="xs" c="dimmed">
            {email}
          </Text>
        </div>
      </Group>
      {mayChange && !isAbove(role, me.role) ? (
        <MemberActs member={member} own={own} />
      ) : (
        <Text size="sm" c="dimmed">
          {[title, role].filter(Boolean).join(", ")}
        </Text>
      )}
    </li>
  );
}

function MemberActs({ member, own }: { member: Member; own: boolean }) {
  const { personId, name, role, title } = member;
  const { changeRole, changeTitle, remove } = useMemberActs();
  const [leaving, setLeaving] = useState(false);
  return (
    <div className={classes.acts}>
      <TextInput
        aria-label={`What ${name} does`}
        placeholder="What they do"
        defaultValue={title}
        onBlur={({ currentTarget }) => changeTitle(member, currentTarget.value).catch(sayProblem)}
      />
      <RoleSelect
        aria-label={`Role of ${name}`}
        value={role}
        onChange={(next) => changeRole(member, next).catch(sayProblem)}
      />
      {own ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Remove ${name}`}
          onClick={() => setLeaving(true)}
        >
          <IconUserMinus size={18} aria-hidden />
        </ActionIcon>
      )}
      {leaving ? (
        <RemovalDialog
          personId={personId}
          name={name}
          onRemove={() => remove(member)}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </div>
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
  const remove = async ({ personId, name }: Member) => {
    await answer(api.DELETE("/api/v1/members/{personId}", at(personId)));
    sayDone(`${name} no longer works here.`);
    await Promise.all([
      refresh(),
      ...[["portfolio"], ["project"], ["projects"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    ]);
  };
  return { changeRole, changeTitle, remove };
}
