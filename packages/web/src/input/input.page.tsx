import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { type Project, useManages, useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { AskForm } from "./ask-form.tsx";
import { inputRoundsQuery, proposalsQuery, readinessQuery } from "./input.api.ts";
import classes from "./input.module.css";
import { ProposalCard } from "./proposal-card.tsx";
import { ReadinessList } from "./readiness-list.tsx";
import { RoundPanel } from "./round-panel.tsx";

/** What do people think of the plan, before anybody is asked to approve it? */
export function InputPage() {
  const project = useProject();
  const manages = useManages();
  useTitle("Input", project.name);
  if (project.clientId === null)
    return (
      <Page title="Input">
        <EmptyState title="There is no client to ask">
          This project is internal. Choose its client on the head page to ask what they think of the plan.
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title="Input"
      lead="Put the plan before people of the client and colleagues, hear what they think, and take in what is right before anybody is asked to approve it."
    >
      <Stack gap="xl" className={classes.page}>
        <Rounds project={project} manages={manages} />
        <Proposals project={project} manages={manages} />
      </Stack>
    </Page>
  );
}

interface PartProps {
  project: Project;
  manages: boolean;
}

function Rounds({ project, manages }: PartProps) {
  const { data: rounds, error } = useQuery(inputRoundsQuery(project.id));
  if (error) return <Refusal problem={error} />;
  if (!rounds) return <Waiting />;
  const open = rounds.find(({ closedAt }) => closedAt === null);
  const past = rounds.filter(({ closedAt }) => closedAt !== null);
  return (
    <>
      {open ? (
        <Part title="Being asked now">
          <RoundPanel round={open} manages={manages} />
        </Part>
      ) : manages ? (
        <NextRound project={project} />
      ) : (
        <Text>Nobody is being asked just now. The project's lead asks.</Text>
      )}
      {past.length > 0 ? (
        <Part title="Asked before">
          <Stack gap="md">
            {past.map((round) => (
              <RoundPanel key={round.id} round={round} manages={false} />
            ))}
          </Stack>
        </Part>
      ) : null}
    </>
  );
}

function NextRound({ project }: { project: Project }) {
  const { data: readiness, error } = useQuery(readinessQuery(project.id));
  if (error) return <Refusal problem={error} />;
  if (!readiness) return <Waiting />;
  return (
    <>
      <Part title="Is the plan ready to be read?">
        <ReadinessList project={project} readiness={readiness} />
      </Part>
      <Part title="Who is asked, and until when">
        <AskForm project={project} ready={readiness.ready} />
        <Text size="sm" c="dimmed" mt="xs">
          The plan is published as it stands. Look at it first under{" "}
          <Link to={`/p/${project.key.toLowerCase()}/publish` as "/"}>Publish</Link>.
        </Text>
      </Part>
    </>
  );
}

function Proposals({ project, manages }: PartProps) {
  const { data: proposals, error } = useQuery(proposalsQuery(project.id));
  if (error) return <Refusal problem={error} />;
  if (!proposals) return <Waiting />;
  return (
    <Part title="Proposals">
      {proposals.length === 0 ? (
        <Text c="dimmed">
          Nobody has proposed anything yet. Whoever is asked can propose another date, other words or one more
          milestone.
        </Text>
      ) : (
        <ul className={classes.list}>
          {proposals.map((proposal) => (
            <ProposalCard key={proposal.id} project={project} proposal={proposal} manages={manages} />
          ))}
        </ul>
      )}
    </Part>
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
