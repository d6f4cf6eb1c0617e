import { Text } from "@mantine/core";
import { templateLength } from "@milepost/planning";
import { counted } from "../lib/counted.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import classes from "./template.module.css";
import { TemplateRoad } from "./template-road.tsx";
import { lengthText, roadText } from "./template-words.ts";

/** What kind of template it is, how long it takes, and its road. */
export function TemplateFacts({ template: { plan, builtIn, daysPerWeek } }: { template: TemplateDetail }) {
  const days = templateLength(plan);
  const road = plan.milestones.flatMap(({ title, targetDay }) =>
    targetDay === null ? [] : { title, day: targetDay },
  );
  const fixed = plan.milestones.find(({ key }) => key === plan.fixedDate?.milestoneKey);
  return (
    <div className={classes.facts}>
      <Text size="sm" c="dimmed">
        {[plan.trade, builtIn ? "ready-made" : "your own"].filter((each) => each !== "").join(", ")}
      </Text>
      <Text className="mp-tabular">
        {`${counted(plan.milestones.length, "milestone")}, ${lengthText(days, daysPerWeek)}.`}
      </Text>
      {fixed ? (
        <Text>{`Computed back from a fixed date: ${plan.fixedDate?.title}, on which “${fixed.title}” must be reached.`}</Text>
      ) : null}
      <TemplateRoad
        road={road}
        days={days}
        daysPerWeek={daysPerWeek}
        label={roadText(plan.name, road)}
        weeks
      />
    </div>
  );
}
