import { Button, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useManages, useProject } from "../lib/current-project.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { ApprovalCard } from "./approval-card.tsx";
import { type Approval, approvalsQuery } from "./approvals.api.ts";
import classes from "./approvals.module.css";
import { RequestDialog } from "./request-dialog.tsx";

const OPEN = ["open", "waiting"];

/** What waits for the client's decision, since when, and what was decided in which words? */
export function ApprovalsPage() {
  const project = useProject();
  const manages = useManages();
  const [asking, setAsking] = useState(false);
  const { data: approvals, error } = useQuery(approvalsQuery(project.id));
  useTitle("Approvals", project.name);
  const mayAsk = manages && project.clientId !== null;
  const keys = useMemo(() => [{ keys: "r", label: "Ask for a decision", run: () => setAsking(true) }], []);
  useKeys("Approvals", keys, { when: mayAsk });
  if (project.clientId === null)
    return (
      <Page title="Approvals">
        <EmptyState title="There is no client to ask">
          This project is internal. Choose its client on the head page to ask for decisions.
        </EmptyState>
      </Page>
    );
  const open = approvals?.filter(({ state }) => OPEN.includes(state)) ?? [];
  const past = approvals?.filter(({ state }) => !OPEN.includes(state)) ?? [];
  return (
    <Page
      title="Approvals"
      lead="What is asked is frozen. People of the client decide on exactly that, by a link of their own."
      actions={
        mayAsk ? (
          <Button title="R" onClick={() => setAsking(true)}>
            Ask for a decision
          </Button>
        ) : null
      }
    >
      {error ? <Refusal problem={error} /> : null}
      {approvals ? null : error ? null : <Waiting />}
      <Stack gap="xl" className={classes.page}>
        {approvals && approvals.length === 0 ? (
          <EmptyState title="Nothing was asked yet">
            Submit a milestone, or ask a question with two answers. Whoever decides gets a mail and needs no
            account.
          </EmptyState>
        ) : null}
        {open.length > 0 ? (
          <Part title="Waiting for a decision">
            <Cards approvals={open} manages={manages} />
          </Part>
        ) : null}
        {past.length > 0 ? (
          <Part title="Decision log">
            <Cards approvals={past} manages={manages} />
          </Part>
        ) : null}
      </Stack>
      {asking ? <RequestDialog project={project} milestone={null} onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}

function Cards({ approvals, manages }: { approvals: readonly Approval[]; manages: boolean }) {
  return (
    <ul className={classes.list}>
      {approvals.map((approval) => (
        <li key={approval.id}>
          <ApprovalCard approval={approval} manages={manages} />
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
