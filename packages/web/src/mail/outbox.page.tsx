import { Alert, Group, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { answer, api, type Shape } from "../lib/api.ts";
import { projectsQuery } from "../lib/current-project.ts";
import { contactsQuery, membersQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { MailList } from "./mail-list.tsx";
import { changeSearch, type MailSearch, queryOf, readMailSearch } from "./mail-search.ts";
import { MAIL_FILTERS } from "./mail-words.ts";

/** Every mail of the workspace, without the links in it. */
export function OutboxPage() {
  useTitle("Mail", "Settings");
  const { mailConfigured } = useMe();
  const search = readMailSearch(useSearch({ strict: false }));
  const { data: projects = [] } = useQuery(projectsQuery);
  return (
    <Page
      title="Mail"
      lead="What was sent, what waits and what failed. Links are left out: they belong to their reader."
      narrow
    >
      {mailConfigured ? null : <NoServer />}
      <Filters search={search} projects={projects} />
      <MailList
        queryKey={keys.workspace("mails", JSON.stringify(search))}
        read={(cursor) => answer(api.GET("/api/v1/mails", { params: { query: queryOf(search, cursor) } }))}
        projectName={(id) => projects.find((project) => project.id === id)?.name}
        empty={
          <EmptyState title={Object.keys(search).length > 0 ? "No mail like that" : "No mail yet"}>
            Invitations, mentions, decisions and password links appear here once there are any.
          </EmptyState>
        }
      />
    </Page>
  );
}

interface FiltersProps {
  search: MailSearch;
  projects: readonly Shape<"Project">[];
}

function Filters({ search, projects }: FiltersProps) {
  const change = useSearchChange(changeSearch);
  const { data: members = [] } = useQuery(membersQuery);
  const { data: contacts = [] } = useQuery(contactsQuery);
  const people = [...members, ...contacts].map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <Group gap="xs" mb="md">
      <Select
        aria-label="State"
        w={150}
        data={MAIL_FILTERS}
        value={search.state ?? ""}
        allowDeselect={false}
        onChange={(state) => change({ state })}
      />
      <Select
        aria-label="Project"
        placeholder="All projects"
        w={190}
        searchable
        clearable
        data={projects.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.project ?? null}
        onChange={(project) => change({ project })}
      />
      <Select
        aria-label="Person"
        placeholder="Everybody"
        w={190}
        searchable
        clearable
        data={people}
        value={search.person ?? null}
        onChange={(person) => change({ person })}
      />
    </Group>
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
