import { Anchor, Button, Group, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useProject } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { silenceWords, whenWords } from "./cadence-words.ts";
import { reviewsQuery } from "./reviews.api.ts";
import { SkipDialog } from "./skip-dialog.tsx";
import { StartButton } from "./start-button.tsx";

/** When this project is looked at next, in one line; and plainly where nobody has looked for too long. */
export function NextReview() {
  const project = useProject();
  const { next, cadence, standing, mayPlan } = useSuspenseQuery(reviewsQuery(project.id)).data;
  const [skipping, setSkipping] = useState(false);
  const params = { projectKey: project.key.toLowerCase() };
  const silence = silenceWords(standing);
  if (cadence === null && next === null && !mayPlan) return null;
  return (
    <section aria-label="Next review">
      <Group gap="xs">
        <Text size="sm">
          <strong>{nextWords(next)}</strong>
          {cadence ? ` · ${cadence}` : ""}
          {standing?.lastHeldOn && silence === "" ? ` · last held ${dayText(standing.lastHeldOn)}` : ""}
        </Text>
        {mayPlan ? (
          <>
            {next || silence ? (
              <StartButton
                project={project}
                label={next?.isOpened ? "Go on" : "Start review"}
                variant={next?.state === "coming" ? "default" : "filled"}
                size="compact-sm"
              />
            ) : null}
            {next && !next.isOpened ? (
              <Button size="compact-sm" variant="subtle" onClick={() => setSkipping(true)}>
                Skip
              </Button>
            ) : null}
            <Anchor component={Link} to={`/p/${params.projectKey}/review/rhythm`} size="sm">
              {cadence === null ? "Set a rhythm" : "Change the rhythm"}
            </Anchor>
          </>
        ) : null}
      </Group>
      {silence ? <Text size="sm">{`${silence}: health is grey until somebody has looked.`}</Text> : null}
      {project.leadId === null && cadence !== null ? (
        <Text size="sm">Nobody leads this project: who holds its reviews?</Text>
      ) : null}
      {skipping && next ? (
        <SkipDialog
          projectId={project.id}
          reviewId={next.id}
          when={whenWords(next)}
          onClose={() => setSkipping(false)}
        />
      ) : null}
    </section>
  );
}

function nextWords(next: { dueAt: string; state: string } | null): string {
  if (next === null) return "No review is planned";
  return next.state === "overdue" ? `Review was due ${whenWords(next)}` : `Next review ${whenWords(next)}`;
}
