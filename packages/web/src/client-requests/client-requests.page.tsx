import { Box, Button, Stack, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { useProject } from "../lib/current-project.ts";
import { type Plan, planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Page } from "../ui/page.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { type ClientRequest, clientRequestsQuery } from "./client-requests.api.ts";
import { RequestLine } from "./request-line.tsx";
import { isOpen } from "./request-words.ts";

/** All that the client of a project was asked for. */
export function ClientRequestsPage({ wishes }: { wishes: ReactNode }) {
  const project = useProject();
  useTitle("Requests", project.name);
  const plan = useSuspenseQuery(planQuery(project.id)).data;
  const requests = useSuspenseQuery(clientRequestsQuery(project.id)).data;
  const asking = useInPlace();
  const { may } = plan.project;
  const lists = { today: plan.today, may };
  if (project.clientId === null)
    return (
      <Page title="Requests" narrow>
        <EmptyState title="There is no client to ask">
          This project is internal. Choose its client on the head page to ask for what you need.
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title="Requests"
      lead="What you need from the client: files, answers, access, a confirmation. Each is asked of one person, who answers from a mail."
      narrow
      actions={
        may.work ? (
          <Button autoFocus={asking.hasReturned} onClick={asking.open}>
            Ask the client
          </Button>
        ) : null
      }
    >
      {requests.length === 0 ? (
        <EmptyState title="Nothing was asked for yet">
          For example: “Photos of the shop”, by the Friday before the design begins.
        </EmptyState>
      ) : (
        <Stack gap="lg">
          <Group
            title="Your turn"
            requests={requests.filter(({ state }) => state === "answered")}
            {...lists}
          />
          <Group
            title="Waiting for the client"
            requests={requests.filter(({ state }) => state === "asked")}
            {...lists}
          />
          <Group
            title="Not asked yet"
            requests={requests.filter(({ state }) => state === "draft")}
            {...lists}
          />
          <Group title="Done" requests={requests.filter((each) => !isOpen(each))} {...lists} />
        </Stack>
      )}
      <Box mt="xl">{wishes}</Box>
      {asking.isOpen ? (
        <AskDialog
          projectId={project.id}
          milestones={plan.milestones}
          milestoneId={null}
          onClose={asking.close}
        />
      ) : null}
    </Page>
  );
}

interface GroupProps {
  title: string;
  requests: readonly ClientRequest[];
  today: string;
  may: Plan["project"]["may"];
}

function Group({ title, requests, today, may }: GroupProps) {
  const id = useId();
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      <ul style={{ margin: 0, padding: 0 }}>
        {requests.map((request) => (
          <RequestLine key={request.id} request={request} today={today} may={may} />
        ))}
      </ul>
    </section>
  );
}
