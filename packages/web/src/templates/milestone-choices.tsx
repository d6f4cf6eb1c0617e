import { Text } from "@mantine/core";
import type { TemplateDetail } from "../lib/template-query.ts";
import { MilestoneChoice } from "./milestone-choice.tsx";
import classes from "./milestone-choices.module.css";
import type { ShapedPlan } from "./shaped-plan.ts";
import { type TemplateWish, withMilestone } from "./template-wish.ts";

interface MilestoneChoicesProps {
  plan: TemplateDetail["plan"];
  shaped: ShapedPlan;
  wish: TemplateWish;
  onChange: (wish: TemplateWish) => void;
}

/** A template's milestones to keep, change or drop, each on its day. */
export function MilestoneChoices({ plan, shaped, wish, onChange }: MilestoneChoicesProps) {
  const dates = new Map(shaped.dated.milestones.map((each) => [each.key, each]));
  return (
    <>
      <ol className={classes.list}>
        {plan.milestones.map((milestone) => (
          <MilestoneChoice
            key={milestone.key}
            milestone={milestone}
            plan={plan}
            wish={wish.milestones[milestone.key] ?? {}}
            dates={dates.get(milestone.key) ?? null}
            today={shaped.today}
            onChange={(change) => onChange(withMilestone(wish, milestone.key, change))}
          />
        ))}
      </ol>
      {dates.size === 0 ? (
        <Text c="var(--mp-off-track)" size="sm" role="status" mt="xs">
          Keep at least one milestone.
        </Text>
      ) : null}
    </>
  );
}
