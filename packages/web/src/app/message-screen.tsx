import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { Talk } from "../talk/talk.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { MessageArticle } from "../updates/message-article.tsx";
import { messageQuery } from "../updates/messages.api.ts";
import { useMessageField } from "./message-field.tsx";

/** One message, and what was said under it. */
export function MessageScreen() {
  const project = useProject();
  const { messageId } = useParams({ from: "/p/$projectKey/updates/$messageId" });
  const { data: message, error } = useQuery(messageQuery(project.id, messageId));
  const navigate = useNavigate();
  const field = useMessageField(project.id);
  const updates = `/p/${project.key.toLowerCase()}/updates` as "/";
  useTitle(message?.title ?? "Message", project.name);
  return (
    <Page title={message?.title ?? "Message"} narrow>
      <p>
        <Anchor component={Link} to={updates} size="sm">
          All updates
        </Anchor>
      </p>
      {message ? (
        <>
          <MessageArticle
            key={message.id}
            message={message}
            field={field}
            onDeleted={() => void navigate({ to: updates })}
          />
          <hr />
          <Talk
            subject={{ kind: "message", id: message.id, projectId: project.id }}
            audience={message.audience}
          />
        </>
      ) : error ? (
        <Refusal problem={error} />
      ) : (
        <Waiting rows={4} />
      )}
    </Page>
  );
}
