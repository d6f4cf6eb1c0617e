import { Anchor } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { NewMessage } from "../updates/new-message.tsx";
import { useMessageField } from "./message-field.tsx";

/** `/p/acme/updates/new`: a message is written on a page of its own, with whoever will read it. */
export function NewMessageScreen() {
  const { id, key, name, clientId } = useProject();
  const field = useMessageField(id);
  const navigate = useNavigate();
  const updates = `/p/${key.toLowerCase()}/updates`;
  const leave = () => void navigate({ to: updates as "/" });
  useTitle("Write a message", name);
  return (
    <Page title="Write a message" narrow>
      <p>
        <Anchor component={Link} to={updates as "/"} size="sm">
          All updates
        </Anchor>
      </p>
      <NewMessage
        key={id}
        projectId={id}
        hasClient={clientId !== null}
        field={field}
        onSent={(message) => void navigate({ to: `${updates}/${message.id}` as "/", replace: true })}
        onTakenBack={leave}
        onLeave={leave}
      />
    </Page>
  );
}
