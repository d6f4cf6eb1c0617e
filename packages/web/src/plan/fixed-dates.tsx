import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { dayText } from "../lib/dates.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Plan } from "../lib/plan-query.ts";
import { CountBackDialog } from "./count-back-dialog.tsx";
import classes from "./plan.module.css";

type FixedDate = Plan["fixedDates"][number];

/** The days that nobody here can move, and the plan computed back from them. */
export function FixedDates({ plan }: { plan: Plan }) {
  const [chosen, setChosen] = useState<FixedDate | null>(null);
  const mayPlan = plan.project.may.editPlan && plan.milestones.some(isOpen);
  if (plan.fixedDates.length === 0) return null;
  return (
    <section className={classes.objective} aria-label="Dates from outside">
      <Text fw={650}>Dates from outside</Text>
      {plan.fixedDates.map((fixed) => (
        <div key={fixed.id} className={classes.fixed}>
          <time dateTime={fixed.onDate}>{dayText(fixed.onDate, plan.today)}</time>
          <span>{fixed.title}</span>
          {mayPlan ? (
            <Button size="compact-sm" variant="default" onClick={() => setChosen(fixed)}>
              Count back from here…
            </Button>
          ) : null}
        </div>
      ))}
      {chosen ? <CountBackDialog plan={plan} fixed={chosen} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}
