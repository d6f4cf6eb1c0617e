import { Select, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { answer, api, type Shape } from "../lib/api.ts";
import { useManages, useProject } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { useTitle } from "../lib/title.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { MailList } from "./mail-list.tsx";
import { changeSearch, queryOf, readMailSearch } from "./mail-search.ts";
import { MAIL_FILTERS } from "./mail-words.ts";
import classes from "./outbox.module.css";

/** What left and came in by mail about one project, for those who manage it. */
export function ProjectMailsPage() {
  const project = useProject();
  useTitle("Mail", project.name);
  if (!useManages())
    return (
      <EmptyState title="Mail" level={1}>
        Whoever leads the project sees its mails here, and owners and admins do.
      </EmptyState>
    );
  return (
    <Page
      title="Mail"
      lead="What left about this project, and what came in. Links are left out: they belong to their reader."
      narrow
    >
      <Left projectId={project.id} />
      <CameIn projectId={project.id} />
    </Page>
  );
}

function Left({ projectId }: { projectId: string }) {
  const { state } = readMailSearch(useSearch({ strict: false }));
  const change = useSearchChange(changeSearch);
  const search = state ? { state } : {};
  return (
    <>
      <Select
        aria-label="State"
        w={150}
        mb="md"
        data={MAIL_FILTERS}
        value={state ?? ""}
        allowDeselect={false}
        onChange={(next) => change({ state: next })}
      />
      <MailList
        queryKey={keys.project(projectId, "mails", state ?? "")}
        read={(cursor) =>
          answer(
            api.GET("/api/v1/projects/{projectId}/mails", {
              params: { path: { projectId }, query: queryOf(search, cursor) },
            }),
          )
        }
        empty={
          <EmptyState title={state ? "No mail like that" : "No mail yet"}>
            Plans that were published, decisions and mentions appear here once there are any.
          </EmptyState>
        }
      />
    </>
  );
}

const LATEST = 100;
const BECAME = {
  comment: "became a comment",
  bounce: "says that a mail came back",
  refused: "not posted",
  unknown: "not posted: the sender is not known",
} as const;

function CameIn({ projectId }: { projectId: string }) {
  const { data } = useQuery({
    queryKey: keys.project(projectId, "incoming-mails"),
    queryFn: () =>
      answer(
        api.GET("/api/v1/projects/{projectId}/incoming-mails", {
          params: { path: { projectId }, query: { limit: LATEST } },
        }),
      ),
  });
  const mails = data?.items ?? [];
  if (mails.length === 0) return null;
  return (
    <>
      <Title order={2} size="h3" mt="xl" mb="xs">
        Came in
      </Title>
      <ul className={classes.list}>
        {mails.map((mail) => (
          <IncomingLine key={mail.id} mail={mail} />
        ))}
      </ul>
    </>
  );
}

function IncomingLine({ mail }: { mail: Shape<"IncomingMail"> }) {
  const { from, subject, text, state, reason, at } = mail;
  return (
    <li className={classes.line}>
      <details>
        <summary className={classes.summary}>
          <Text component="span" fw={600}>
            {subject || "Without a subject"}
          </Text>
          <Text component="span" size="xs" c="dimmed" className={classes.fact}>
            from {from || "nobody"}, {momentText(at)}
          </Text>
          <Text
            component="span"
            size="xs"
            c={state === "unknown" ? "var(--mp-off-track)" : "dimmed"}
            className={classes.fact}
          >
            {BECAME[state]}
          </Text>
        </summary>
        <Text size="sm" className={classes.text}>
          {text || "No words of its own."}
        </Text>
      </details>
      {reason ? (
        <Text size="xs" c="dimmed" className={classes.text}>
          {reason}
        </Text>
      ) : null}
    </li>
  );
}
