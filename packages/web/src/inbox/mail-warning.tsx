import { Alert, Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan, useMe } from "../lib/session.ts";

/** Whoever looks after the workspace reads here that mail does not get out: nobody can be told of it by mail. */
export function MailWarning() {
  const { mailConfigured } = useMe();
  const looksAfter = useCan("workspace.edit");
  const { data } = useQuery({
    queryKey: keys.workspace("mails-failed"),
    queryFn: () => answer(api.GET("/api/v1/mails", { params: { query: { state: "failed", limit: 1 } } })),
    enabled: looksAfter && mailConfigured,
  });
  const failed = (data?.items.length ?? 0) > 0;
  if (!looksAfter || (mailConfigured && !failed)) return null;
  return (
    <Alert
      color="yellow"
      mb="md"
      title={mailConfigured ? "Some mails could not leave." : "No mail can leave."}
    >
      {mailConfigured
        ? "The mail server refused them. "
        : "No mail server is set: what people should get waits in the outbox. "}
      <Anchor component={Link} to="/settings/mail" td="underline">
        Open the outbox
      </Anchor>
    </Alert>
  );
}
