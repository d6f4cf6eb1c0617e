import { Progress, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import { boardQuery } from "../lib/board-query.ts";
import { shortDay } from "../lib/dates.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { AddLine } from "../ui/add-line.tsx";
import classes from "./milestone.module.css";
import { Part } from "./part.tsx";

const SHOWN = 12;

interface MilestoneCardsProps {
  milestone: Milestone;
  projectKey: string;
  mayWork: boolean;
}

/** The work that serves it: how far it is, and the way to the board. */
export function MilestoneCards({ milestone, projectKey, mayWork }: MilestoneCardsProps) {
  const client = useQueryClient();
  const board = useQuery(boardQuery(milestone.projectId)).data;
  const cards = (board?.cards ?? []).filter(({ milestoneId }) => milestoneId === milestone.id);
  const open = cards.filter(({ doneAt }) => !doneAt);
  const { progress } = milestone;
  const add = async (title: string) => {
    const columnId = board?.columns[0]?.id;
    const params = { path: { projectId: milestone.projectId } };
    const body = {
      title,
      milestoneId: milestone.id,
      ...(columnId ? { columnId } : { place: "later" as const }),
    };
    await answer(api.POST("/api/v1/projects/{projectId}/cards", { params, body }));
    await refreshPlan(client, milestone.projectId);
  };
  return (
    <Part
      title={progress.count > 0 ? `Cards (${progress.doneCount} of ${progress.count} done)` : "Cards"}
      anchor="cards"
      action={
        <Link to={`/p/${projectKey}/board` as "/"} search={{ milestone: String(milestone.number) } as never}>
          On the board
        </Link>
      }
    >
      {progress.count > 0 ? (
        <Progress value={progress.percent} mb={8} aria-label={`${progress.percent} % of the work is done`} />
      ) : (
        <Text c="dimmed" size="sm">
          No card serves it yet. What is the first thing to do?
        </Text>
      )}
      <ul className={classes.list}>
        {open.slice(0, SHOWN).map(({ id, number, title, dueOn }) => (
          <li key={id} className={classes.line}>
            <Link
              className={classes.grow}
              to={`/c/${projectKey.toUpperCase()}-${number}` as "/"}
              style={{ color: "inherit" }}
            >
              {title}
            </Link>
            {dueOn ? <time dateTime={dueOn}>{shortDay(dueOn)}</time> : null}
          </li>
        ))}
      </ul>
      {open.length > SHOWN ? (
        <Text size="sm" c="dimmed">{`${open.length - SHOWN} more open on the board.`}</Text>
      ) : null}
      {mayWork && isOpen(milestone) ? (
        <AddLine label="Add a card" placeholder="What has to be done?" onAdd={add} />
      ) : null}
    </Part>
  );
}
