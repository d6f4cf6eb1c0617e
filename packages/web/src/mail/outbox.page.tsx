import { Alert, Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { MailLine } from "./mail-line.tsx";
import classes from "./outbox.module.css";

/** Every mail of the workspace, without the links in it. */
export function OutboxPage() {
  useTitle("Mail", "Settings");
  const { mailConfigured } = useMe();
  return (
    <Page
      title="Mail"
      lead="What was sent, what waits and what failed. Links are left out: they belong to their reader."
      narrow
    >
      {mailConfigured ? null : <NoServer />}
      <Mails />
    </Page>
  );
}

function NoServer() {
  return (
    <Alert variant="light" color="yellow" title="No mail server" mb="md">
      Milepost was started without SMTP_URL, so mails stay here. Hand over invitations as links under{" "}
      <Link to="/settings/people">People</Link>; whoever runs Milepost makes a link for a new password with{" "}
      <code>milepost user reset-password</code>.
    </Alert>
  );
}

function Mails() {
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.workspace("mails"),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(api.GET("/api/v1/mails", { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (isPending) return <Waiting rows={3} />;
  const mails = data?.pages.flatMap(({ items }) => items) ?? [];
  if (mails.length === 0)
    return (
      <EmptyState title="No mail yet">
        Invitations, mentions and password links appear here once there are any.
      </EmptyState>
    );
  return (
    <>
      <ul className={classes.list}>
        {mails.map((mail) => (
          <MailLine key={mail.id} mail={mail} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier mails
        </Button>
      ) : null}
    </>
  );
}
