import { Progress, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { addActivities } from "../lib/activity-acts.ts";
import { type BoardCard, boardQuery, laterOfQuery } from "../lib/board-query.ts";
import { scopeText } from "../lib/milestone-head-words.ts";
import { milestoneHeadsQuery } from "../lib/milestone-heads.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { minutesText } from "../lib/minutes.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { useIsGuest } from "../lib/session.ts";
import { AddLine } from "../ui/add-line.tsx";
import { CardLines, inOrderOfWork } from "../ui/card-lines.tsx";
import { manyCards } from "../ui/many-cards.ts";
import { Part } from "./part.tsx";

const SHOWN = 12;

interface MilestoneCardsProps {
  milestone: Milestone;
  projectKey: string;
  mayWork: boolean;
  /** Who leads sees what its cards took. */
  manages: boolean;
}

/** The work that serves it: how far it is, and the way to the board. */
export function MilestoneCards({ milestone, projectKey, mayWork, manages }: MilestoneCardsProps) {
  const client = useQueryClient();
  const board = useQuery(boardQuery(milestone.projectId)).data;
  const later = useQuery(laterOfQuery(milestone.projectId, milestone.id)).data ?? [];
  const onBoard = (board?.cards ?? []).filter(({ milestoneId }) => milestoneId === milestone.id);
  const cards = [...onBoard, ...later];
  const open = [...inOrderOfWork(onBoard.filter(({ doneAt }) => !doneAt)), ...later];
  const facts = [effortText(cards), useScopeText(milestone)].filter(Boolean).join(" · ");
  const { progress } = milestone;
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
          {isOpen(milestone)
            ? "No card serves it yet. What is the first thing to do?"
            : "No card is left in it."}
        </Text>
      )}
      {facts ? (
        <Text size="sm" c="dimmed" mb={4}>
          {facts}
          {manages ? (
            <>
              {" · "}
              <Link to={`/p/${projectKey}/time` as "/"} search={{ at: `M${milestone.number}` } as never}>
                Time against estimate
              </Link>
            </>
          ) : null}
        </Text>
      ) : null}
      {board ? <CardLines board={board} cards={open.slice(0, SHOWN)} /> : null}
      {open.length > SHOWN ? (
        <Text size="sm" c="dimmed">{`${open.length - SHOWN} more open on the board.`}</Text>
      ) : null}
      {mayWork && isOpen(milestone) ? (
        <AddLine
          label="Add a card"
          placeholder="What has to be done?"
          onAdd={(title) => addActivities(client, milestone, [title])}
          many={manyCards(client, milestone)}
        />
      ) : null}
    </Part>
  );
}

/** What came on top since the plan was first kept. */
function useScopeText({ id, projectId }: Milestone): string {
  const heads = useQuery({ ...milestoneHeadsQuery(projectId), enabled: !useIsGuest() }).data;
  const scope = heads?.find((each) => each.id === id)?.scope;
  return scope ? scopeText(scope) : "";
}

/** "38 h left of 61 h" or "61 h done", from the likely estimates; cards without one are named. */
function effortText(cards: readonly BoardCard[]): string | null {
  const sum = (some: readonly BoardCard[]) => some.reduce((total, { likely }) => total + (likely ?? 0), 0);
  const total = sum(cards);
  if (total === 0) return null;
  const left = sum(cards.filter(({ doneAt }) => !doneAt));
  const without = cards.filter(({ likely }) => likely === null).length;
  const gap = without === 0 ? "" : `, ${without} ${without === 1 ? "card has" : "cards have"} no estimate`;
  return `${left === 0 ? `${minutesText(total)} done` : `${minutesText(left)} left of ${minutesText(total)}`}${gap}`;
}
