import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dayText } from "../lib/dates.ts";
import type { DueReview } from "./cadence.api.ts";
import { silenceWords, whenWords } from "./cadence-words.ts";
import classes from "./due-reviews.module.css";
import { SkipDialog } from "./skip-dialog.tsx";
import { StartButton } from "./start-button.tsx";

/** One project: when its review is, how the last ones went, and what to do. */
export function DueRow({ due }: { due: DueReview }) {
  const { project, next, cadence, standing, unfinished } = due;
  const key = project.key.toLowerCase();
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <Link to="/p/$projectKey" params={{ projectKey: key }} className={classes.link}>
          {project.name}
        </Link>
        <Text size="xs" c="dimmed">
          {[project.client?.name ?? "Internal", project.lead?.name ?? "Nobody leads it"].join(" · ")}
        </Text>
      </div>
      <div className={classes.when}>
        <Text size="sm" fw={600} className="mp-tabular">
          {next ? (next.state === "overdue" ? `Was due ${whenWords(next)}` : whenWords(next)) : "No date"}
        </Text>
        <Text size="xs" c="dimmed">
          {cadence ?? "no rhythm is set"}
          {standing?.lastHeldOn ? ` · last held ${dayText(standing.lastHeldOn)}` : ""}
        </Text>
      </div>
      <Notes due={due} />
      <Acts due={due} going={unfinished !== null} />
    </li>
  );
}

/** What is not as it should be, each in a line. */
function Notes({ due: { standing, unfinished, project, next } }: { due: DueReview }) {
  const leader = unfinished?.leader;
  const missed = standing?.missedOn && standing.missedOn !== next?.dueOn ? standing.missedOn : null;
  const notes = [
    silenceWords(standing),
    missed ? `Missed: ${dayText(missed)}` : "",
    unfinished ? `Begun and not closed: ${dayText(unfinished.dueOn)}` : "",
    leader?.hasLeft ? `${leader.name}, who led it, has left. Whoever goes on with it can take the lead.` : "",
    project.lead === null ? "Nobody leads this project: who holds its reviews?" : "",
  ].filter(Boolean);
  return (
    <ul className={classes.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Acts({ due, going }: { due: DueReview; going: boolean }) {
  const { project, next, mayPlan, cadence } = due;
  const [skipping, setSkipping] = useState(false);
  const params = { projectKey: project.key.toLowerCase() };
  if (!mayPlan)
    return (
      <Link to="/p/$projectKey/review" params={params}>
        {going ? "Join the review" : "Its reviews"}
      </Link>
    );
  const isDue = going || (next !== null && next.state !== "coming");
  return (
    <Group gap="xs" wrap="nowrap" className={classes.acts}>
      {cadence === null ? (
        <Button
          component={Link}
          to={`/p/${params.projectKey}/review/rhythm`}
          variant="default"
          size="compact-md"
        >
          Set a rhythm
        </Button>
      ) : null}
      {next && !next.isOpened ? (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => setSkipping(true)}
          aria-label={`Skip: ${project.name}`}
        >
          Skip
        </Button>
      ) : null}
      <StartButton
        project={project}
        label={going ? "Go on" : "Start review"}
        variant={isDue ? "filled" : "default"}
        size="compact-md"
      />
      {skipping && next ? (
        <SkipDialog
          projectId={project.id}
          reviewId={next.id}
          when={whenWords(next)}
          onClose={() => setSkipping(false)}
        />
      ) : null}
    </Group>
  );
}
