import { Button, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import { useCan, useMe } from "../lib/session.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { StepCard } from "./step-card.tsx";

/** An empty workspace: the ways to begin, each one step. */
export function FirstSteps() {
  const { person } = useMe();
  const mayStart = useCan("project.create");
  if (!mayStart)
    return (
      <EmptyState level={1} title="No project yet">
        You will see the projects that you are part of here. An owner or admin can add you to one.
      </EmptyState>
    );
  return (
    <Page
      title={`Welcome, ${person.name.split(" ")[0] ?? person.name}`}
      lead="A project is a road; its milestones are stones with a date. How do you want to begin?"
    >
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md">
        <SampleCard />
        <StepCard title="Plan your first project" action="Plan a project" to="/projects/new">
          Give it a name and an end. Then add what it is for, and the milestones on the way: “Design approved”
          on a day, not “Design”.
        </StepCard>
        <StepCard title="Begin with a template" action="Look at the templates" to="/templates">
          A website, a brand, a campaign: eight plans with their milestones, what done means and who does
          what. Change what is different this time, and say when it ends.
        </StepCard>
        <StepCard title="Bring your board along" action="Import a board" to="/import">
          Take over a Trello board with its lists, cards, checklists and comments, and turn lists into columns
          or milestones.
        </StepCard>
      </SimpleGrid>
    </Page>
  );
}

function SampleCard() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { submit, busy, problem } = useSubmit(async () => {
    const { project } = await answer(api.POST("/api/v1/sample"));
    await client.invalidateQueries();
    if (project) await navigate({ to: "/p/$projectKey", params: { projectKey: project.key.toLowerCase() } });
  });
  return (
    <Paper withBorder p="lg" component="section" bg="var(--mp-raised)">
      <Title order={2} size="h3" mb={4}>
        Look at a sample first
      </Title>
      <Text mb="md">
        A small agency delivers a marketing strategy: five milestones over five months, three people, forty
        cards. Made of examples only, and removed again in one click.
      </Text>
      <Button onClick={() => void submit()} loading={busy}>
        Add the sample project
      </Button>
      <Refusal problem={problem} />
    </Paper>
  );
}
