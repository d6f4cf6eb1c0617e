import { Button, Group, MultiSelect, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { projectsQuery } from "../lib/current-project.ts";
import { keys } from "../lib/query-keys.ts";
import { useMe } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { LinkOnce } from "../ui/link-once.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { type Invitation, invitationsQuery, invite, makeLink, takeBack } from "./invitations.api.ts";
import { RoleSelect } from "./role-select.tsx";
import type { Role } from "./roles.ts";

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
  const onInvited = async (invitation: Invitation) => {
    await refresh();
    if (mailConfigured) sayDone(`The invitation to ${invitation.email} is on its way.`);
    else await show(invitation);
  };
  return (
    <Stack>
      <InviteForm onInvited={onInvited} />
      {link ? (
        <LinkOnce key={link.url} reader={link.email} url={link.url} onClose={() => setLink(null)} />
      ) : null}
      <InvitationList
        invitations={data}
        onHandOver={show}
        onAgain={({ email, role, projectIds }) => invite({ email, role, projectIds }).then(onInvited)}
        onTakeBack={async ({ id, email }) => {
          await takeBack(id);
          if (link?.email === email) setLink(null);
          await refresh();
          sayDone(`The invitation to ${email} is taken back: its link no longer opens.`);
        }}
      />
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
          <RoleSelect label="Role" value={role} onChange={setRole} w={130} />
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
