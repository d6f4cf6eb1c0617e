import { ActionIcon, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Board, BoardCard } from "../../lib/board-query.ts";
import { trashCard } from "../../lib/card-trash.ts";
import { changeMilestone, trashMilestone } from "../../lib/milestone-acts.ts";
import type { Milestone, Plan } from "../../lib/plan-query.ts";
import { sayProblem } from "../../lib/undo.tsx";
import { TextCell } from "../../ui/text-cell.tsx";
import { OutlineComposer } from "../outline-composer.tsx";
import classes from "./assistant.module.css";
import { plannedMilestones } from "./steps.ts";

interface OutlineStepProps {
  plan: Plan;
  board: Board | undefined;
  /** "What kind of work is it?": milestones that others have used. */
  kinds: ReactNode;
}

/** Milestones as outcomes, with what has to be done for each below them. */
export function OutlineStep({ plan, board, kinds }: OutlineStepProps) {
  const milestones = plannedMilestones(plan);
  const [only, ...others] = plan.objectives;
  const cards = Map.groupBy(board?.cards ?? [], ({ milestoneId }) => milestoneId);
  return (
    <>
      {kinds}
      {milestones.length > 0 ? (
        <ol className={classes.outline}>
          {milestones.map((milestone) => (
            <OutlineItem
              key={milestone.id}
              plan={plan}
              milestone={milestone}
              cards={cards.get(milestone.id) ?? []}
            />
          ))}
        </ol>
      ) : (
        <Text size="sm" c="dimmed">
          Write one outcome a line, such as “Design approved”, or paste a list: lines that are indented become
          activities of the one above.
        </Text>
      )}
      <OutlineComposer
        plan={plan}
        milestones={milestones}
        objectiveIds={only && others.length === 0 ? [only.id] : []}
      />
    </>
  );
}

/** What the check says of a title: that it is vague, or that it names work and no outcome. */
const ABOUT_TITLES = ["L1", "L19"];

function OutlineItem({
  plan,
  milestone,
  cards,
}: {
  plan: Plan;
  milestone: Milestone;
  cards: readonly BoardCard[];
}) {
  const client = useQueryClient();
  const { id, number, title, projectId } = milestone;
  const hint = plan.findings.find((each) => ABOUT_TITLES.includes(each.id) && each.subject.id === id);
  const rename = (next: string) =>
    changeMilestone(client, milestone, { title: next }, { said: "Renamed", before: { title } });
  return (
    <li>
      <div className={classes.outlineLine}>
        <span className={classes.ref}>{`M${number}`}</span>
        <TextCell label={`Title of M${number}`} value={title} required onSave={rename} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={`Put M${number} ${title} into the trash`}
          onClick={() => trashMilestone(client, milestone).catch(sayProblem)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
      {hint ? (
        <Text size="sm" className={classes.hint}>
          {hint.why}
        </Text>
      ) : null}
      {cards.length > 0 ? (
        <ul className={classes.activities}>
          {cards.map((card) => (
            <li key={card.id} className={classes.activity}>
              <Link to={`/c/${plan.project.key}-${card.number}` as "/"} className={classes.activityTitle}>
                {card.title}
              </Link>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={`Delete ${card.title}`}
                onClick={() => void trashCard(client, { ...card, projectId })}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
