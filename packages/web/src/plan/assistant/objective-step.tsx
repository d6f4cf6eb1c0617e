import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Objective, Plan } from "../../lib/plan-query.ts";
import { AddLine } from "../../ui/add-line.tsx";
import { createObjective } from "../objective-acts.ts";
import { ObjectiveHead } from "../objective-head.tsx";
import classes from "./assistant.module.css";

/** Why the project exists, in one sentence; the five words light up while it gets its number and its day. */
export function ObjectiveStep({ plan }: { plan: Plan }) {
  const client = useQueryClient();
  const [freshId, setFreshId] = useState<string | null>(null);
  const add = async (statement: string) =>
    setFreshId((await createObjective(client, plan.project.id, statement)).id);
  const none = plan.objectives.length === 0;
  return (
    <>
      {plan.objectives.map((objective, index) => (
        <One
          // It is shown before it is known to be the new one: then it begins anew, as its form.
          key={objective.id === freshId ? `${objective.id} fresh` : objective.id}
          plan={plan}
          objective={objective}
          index={index}
          fresh={objective.id === freshId}
        />
      ))}
      <AddLine
        label={none ? "Objective" : "Another objective"}
        placeholder={
          none ? "More online orders for Rosa Bakery" : "Another objective, if there is really a second one"
        }
        autoFocus={none}
        onAdd={add}
      />
    </>
  );
}

function One({
  plan,
  objective,
  index,
  fresh,
}: {
  plan: Plan;
  objective: Objective;
  index: number;
  fresh: boolean;
}) {
  const titleId = useId();
  return (
    <section className={classes.objective} aria-labelledby={titleId}>
      <ObjectiveHead
        plan={plan}
        objective={objective}
        index={index}
        titleId={titleId}
        fresh={fresh}
        level={3}
      />
    </section>
  );
}
