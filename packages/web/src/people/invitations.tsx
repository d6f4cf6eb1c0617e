import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { projectsQuery } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { useMe } from "../lib/session.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type Invitation, invitationsQuery, invite, makeLink, takeBack } from "./invitations.api.ts";
import { LinkOnce } from "./link-once.tsx";
import classes from "./people.module.css";
import { ROLES, type Role, roleOf } from "./roles.ts";

export function Invitations() {
  const { mailConfigured } = useMe();
  const { data = [] } = useQuery(invitationsQuery);
  const [link, setLink] = useState<{ email: string; url: string } | null>(null);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.workspace("invitations") });
  const show = async ({ id, email }: Invitation) => {
    setLink({ email, url: await makeLink(id) });
    await refresh();
  };
  return (
    <Stack>
      <InviteForm
        onInvited={async (invitation) => {
          await refresh();
          if (mailConfigured) sayDone(`The invitation to ${invitation.email} is on its way.`);
          else await show(invitation);
        }}
      />
      {link ? (
        <LinkOnce key={link.url} email={link.email} url={link.url} onClose={() => setLink(null)} />
      ) : null}
      {data.length > 0 ? (
        <ul className={classes.list}>
          {data.map((invitation) => (
            <li key={invitation.id} className={classes.row}>
              <div className={classes.who}>
                <Text>{invitation.email}</Text>
                <Text size="xs" c="dimmed">
                  {invitation.role}, open until {dayText(invitation.expiresAt.slice(0, 10))}
                </Text>
              </div>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void show(invitation).catch(sayProblem)}
              >
                Make a link to hand over
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void takeBack(invitation.id).then(refresh).catch(sayProblem)}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Stack>
  );
}

function InviteForm({ onInvited }: { onInvited: (invitation: Invitation) => Promise<void> }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [projectIds, setProjectIds] = useState<string[]>([]);
  const projects = useSuspenseQuery(projectsQuery).data;
  const { mailConfigured } = useMe();
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onInvited(await invite({ email, role, projectIds }));
    setEmail("");
    setProjectIds([]);
  });
  return (
    <Form onSend={submit}>
      <Stack gap="xs">
        <Refusal problem={problem} />
        <Group align="flex-end" gap="xs">
          <TextInput
            type="email"
            label="Mail address"
            required
            style={{ flex: "1 1 220px" }}
            value={email}
            error={field("email")}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <Select
            label="Role"
            data={[...ROLES]}
            allowDeselect={false}
            value={role}
            onChange={(next) => setRole(roleOf(next))}
            w={220}
          />
          <Button type="submit" loading={busy}>
            Invite
          </Button>
        </Group>
        {role === "member" || role === "guest" ? (
          <MultiSelect
            label="Projects they start with"
            placeholder={projectIds.length === 0 ? "None yet" : ""}
            data={projects.map(({ id, name }) => ({ value: id, label: name }))}
            value={projectIds}
            onChange={setProjectIds}
            searchable
            clearable
          />
        ) : null}
        {mailConfigured ? null : (
          <Text size="sm" c="dimmed">
            No mail server is set (SMTP_URL), so you get a link to hand over yourself.
          </Text>
        )}
      </Stack>
    </Form>
  );
}
