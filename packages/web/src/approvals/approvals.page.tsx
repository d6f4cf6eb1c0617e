import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useManages, useProject } from "../lib/current-project.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { ApprovalCard } from "./approval-card.tsx";
import { type Approval, approvalsQuery } from "./approvals.api.ts";
import classes from "./approvals.module.css";
import { type Logged, waitingWishesQuery } from "./decision-log.api.ts";
import { DecisionLog } from "./decision-log.tsx";
import { askedText } from "./log-words.ts";
import { RequestDialog } from "./request-dialog.tsx";
import { TakenDialog } from "./taken-dialog.tsx";

const OPEN = ["open", "waiting"];

/** What waits for a decision, since when; and what was decided, by whom, when and why? */
export function ApprovalsPage() {
  const project = useProject();
  const manages = useManages();
  const [dialog, setDialog] = useState<"ask" | "record" | null>(null);
  useTitle("Approvals", project.name);
  const mayAsk = manages && project.clientId !== null;
  const keys = useMemo(() => [{ keys: "r", label: "Ask for a decision", run: () => setDialog("ask") }], []);
  useKeys("Approvals", keys, { when: mayAsk });
  const close = () => setDialog(null);
  return (
    <Page
      title="Approvals"
      lead={
        project.clientId === null
          ? "This project is internal: there is no client to ask. What the team decides can be written down."
          : "What is asked is frozen. People of the client decide on exactly that, by a link of their own."
      }
      actions={
        mayAsk ? (
          <Button title="R" onClick={() => setDialog("ask")}>
            Ask for a decision
          </Button>
        ) : null
      }
    >
      <Stack gap="xl">
        <Open manages={manages} />
        <DecisionLog
          actions={
            manages ? (
              <Button size="compact-sm" variant="default" onClick={() => setDialog("record")}>
                Record a decision
              </Button>
            ) : null
          }
        />
      </Stack>
      {dialog === "ask" ? <RequestDialog project={project} milestone={null} onClose={close} /> : null}
      {dialog === "record" ? <TakenDialog project={project} onClose={close} /> : null}
    </Page>
  );
}

/** Who has to decide, and which wishes wait for us. */
function Open({ manages }: { manages: boolean }) {
  const { id } = useProject();
  const { data: approvals, error } = useQuery(approvalsQuery(id));
  const { data: wishes = [] } = useQuery(waitingWishesQuery(id));
  if (error) return <Refusal problem={error} />;
  if (!approvals) return <Waiting />;
  const open = approvals.filter(({ state }) => OPEN.includes(state));
  const ours = approvals.filter((approval) => isSentBack(approval, approvals));
  return (
    <>
      {ours.length + wishes.length > 0 ? (
        <Part title="Your turn">
          <Stack gap="sm">
            {wishes.length > 0 ? <Wishes wishes={wishes} /> : null}
            {ours.length > 0 ? <Cards approvals={ours} manages={manages} /> : null}
          </Stack>
        </Part>
      ) : null}
      {open.length > 0 ? (
        <Part title="Waiting for a decision">
          <Cards approvals={open} manages={manages} />
        </Part>
      ) : null}
    </>
  );
}

/** Changes were asked for, and nothing was sent since. An offer that did not please is a wish again. */
function isSentBack({ id, number, kind, outcome, milestone }: Approval, all: readonly Approval[]): boolean {
  if (outcome !== "changes_requested" || kind === "change") return false;
  const isSame = (one: Approval) => one.kind === kind && one.milestone?.id === milestone?.id;
  return !all.some((one) => one.earlierId === id || (one.number > number && isSame(one)));
}

/** They are estimated where they were asked for. */
function Wishes({ wishes }: { wishes: readonly Logged[] }) {
  const project = useProject();
  return (
    <ul className={classes.list}>
      {wishes.map((wish) => (
        <li key={wish.id}>
          <Anchor component={Link} to={`/p/${project.key.toLowerCase()}/requests` as "/"} fw={600}>
            {wish.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {askedText(wish)}. It waits for days and price.
          </Text>
        </li>
      ))}
    </ul>
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
