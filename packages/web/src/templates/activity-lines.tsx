import type { Template, TemplateActivity } from "@milepost/planning";
import { placed } from "../ui/pasted-lines.tsx";
import classes from "./template.module.css";
import { effortText, roleName } from "./template-words.ts";

/** The activities of a milestone with their effort, role and checklist. */
export function ActivityLines({
  template,
  activities,
}: {
  template: Template;
  activities: readonly TemplateActivity[];
}) {
  if (activities.length === 0) return null;
  return (
    <div>
      <span className={classes.label}>Activities</span>
      <ul className={classes.lines}>
        {placed(activities).map((activity) => (
          <li key={activity.place}>
            <div className={classes.activity}>
              <span>{activity.title}</span>
              <span className={classes.aside}>{factsOf(template, activity)}</span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function factsOf(template: Template, activity: TemplateActivity): string {
  const procedure = template.procedures.find(({ key }) => key === activity.procedureKey);
  return [
    effortText(activity),
    roleName(template, activity.roleKey),
    procedure ? `Checklist: ${procedure.name}` : null,
  ]
    .filter((each) => each !== null)
    .join(" · ");
}
