import { Alert, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";

/** Every mail of the workspace, without the links in it. */
export function OutboxPage() {
  useTitle("Mail", "Settings");
  const { mailConfigured } = useMe();
  const { data, isPending } = useQuery({
    queryKey: keys.workspace("mails"),
    queryFn: async () => (await answer(api.GET("/api/v1/mails"))).items,
  });
  return (
    <Page
      title="Mail"
      lead="What was sent, what waits and what failed. Links are left out: they belong to their reader."
      narrow
    >
      {mailConfigured ? null : (
        <Alert variant="light" color="yellow" title="No mail server" mb="md">
          Milepost was started without SMTP_URL, so mails stay here. Invitations can be handed over as links
          under People.
        </Alert>
      )}
      {isPending ? <Waiting rows={3} /> : null}
      {data?.length === 0 ? (
        <EmptyState title="No mail yet">
          Invitations, mentions and password links appear here once there are any.
        </EmptyState>
      ) : null}
      {data?.map((mail) => (
        <details key={mail.id} style={{ borderBottom: "1px solid var(--mp-line)", padding: "8px 0" }}>
          <summary style={{ cursor: "pointer" }}>
            <Text component="span" fw={600}>
              {mail.subject}
            </Text>{" "}
            <Text component="span" size="xs" c="dimmed">
              to {mail.to},{" "}
              {mail.sentAt
                ? `sent ${momentText(mail.sentAt)}`
                : `${mail.state} since ${momentText(mail.createdAt)}`}
            </Text>
          </summary>
          <Text size="sm" mt="xs" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {mail.text}
          </Text>
        </details>
      ))}
    </Page>
  );
}
