import { Button, Stack, Text } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { counted } from "../lib/counted.ts";
import { useManages, useProject } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { useTitle } from "../lib/title.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { CarryOn } from "./carry-on.tsx";
import { ClientQuotes } from "./client-quotes.tsx";
import { Delivery } from "./delivery.tsx";
import { completeProject, hold, type Retrospective, retrospectiveQuery } from "./retrospective.api.ts";
import { RetrospectiveActions } from "./retrospective-actions.tsx";
import { RetrospectiveFacts } from "./retrospective-facts.tsx";
import { RetrospectivePrompts } from "./retrospective-prompts.tsx";

interface RetrospectivePageProps {
  /** What can be kept for the next project. */
  template?: ReactNode;
}

/** S17: what did we learn, and shall we be glad? */
export function RetrospectivePage({ template = null }: RetrospectivePageProps) {
  const { id, name } = useProject();
  useTitle("Retrospective", name);
  const retrospective = useSuspenseQuery(retrospectiveQuery(id)).data;
  const manages = useManages();
  const { facts, heldAt, heldBy } = retrospective;
  return (
    <Page
      title="Retrospective"
      narrow
      lead={
        heldAt
          ? `Held on ${momentText(heldAt)}${heldBy ? ` by ${heldBy}` : ""}. What was found and said then stands here.`
          : "What came of the project beside what was planned. Nobody has to type the facts."
      }
      actions={manages ? template : null}
    >
      <Stack gap="xl">
        <RetrospectiveFacts facts={facts} />
        <RetrospectivePrompts retrospective={retrospective} />
        <RetrospectiveActions retrospective={retrospective} />
        <Close retrospective={retrospective} />
        {manages ? <CarryOn retrospective={retrospective} /> : null}
        <ClientQuotes projectId={id} mayAsk={manages} />
        {retrospective.projectState === "completed" ? <Delivery projectId={id} mayMake={manages} /> : null}
      </Stack>
    </Page>
  );
}

/** Two steps at the end, each once: hold it, complete the project. */
function Close({ retrospective }: { retrospective: Retrospective }) {
  const client = useQueryClient();
  const project = useProject();
  const manages = useManages();
  const holding = useSubmit(async () => {
    await hold(client, retrospective);
    sayDone("The retrospective is held.");
  });
  const completing = useSubmit(async () => {
    await completeProject(client, project);
    sayDone(`${project.name} is completed.`);
  });
  const { openMilestones, may, projectState } = retrospective;
  if (!manages) return null;
  if (openMilestones > 0)
    return (
      <Text c="dimmed">
        {`${counted(openMilestones, "milestone")} still open: it can be held when each is reached or dropped.`}
      </Text>
    );
  return (
    <div>
      <Refusal problem={holding.problem ?? completing.problem} />
      <Button.Group>
        {may.hold ? (
          <Button loading={holding.busy} onClick={() => void holding.submit()}>
            Hold the retrospective
          </Button>
        ) : null}
        {projectState === "active" || projectState === "agreed" ? (
          <Button
            variant={may.hold ? "default" : "filled"}
            loading={completing.busy}
            onClick={() => void completing.submit()}
          >
            Complete the project
          </Button>
        ) : null}
      </Button.Group>
      {projectState === "draft" || projectState === "proposed" ? (
        <Text size="sm" mt={4}>
          {"The project still counts as a proposal. "}
          <Link to="/p/$projectKey/edit" params={{ projectKey: project.key.toLowerCase() }}>
            Mark it as agreed and begun
          </Link>
          {", then it can be completed."}
        </Text>
      ) : null}
      {may.hold ? (
        <Text size="sm" c="dimmed" mt={4}>
          Holding freezes facts and words as they stand now. Save what you typed first.
        </Text>
      ) : null}
    </div>
  );
}
