import { Text, Title } from "@mantine/core";
import type { Template, TemplateMeasure, TemplateObjective, TemplateProcedure } from "@milepost/planning";
import { type ReactNode, useId } from "react";
import { activitiesOf } from "./checklist-words.ts";
import { Labelled, LabelledLines } from "./labelled.tsx";
import classes from "./template.module.css";

interface PartProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A named part of a template's page. */
export function Part({ title, actions, children }: PartProps) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {actions}
      </div>
      {children}
    </section>
  );
}

export function Objectives({ objectives }: Pick<Template, "objectives">) {
  if (objectives.length === 0) return null;
  return (
    <Part title={objectives.length === 1 ? "Objective" : "Objectives"}>
      <ul className={classes.objectives}>
        {objectives.map((objective) => (
          <ObjectiveSheet key={objective.key} objective={objective} />
        ))}
      </ul>
    </Part>
  );
}

interface ObjectiveSheetProps {
  objective: TemplateObjective;
  /** Its buttons, where it can be changed. */
  actions?: ReactNode;
}

export function ObjectiveSheet({ objective, actions }: ObjectiveSheetProps) {
  return (
    <li className={classes.sheet}>
      <div className={classes.head}>
        <Text fw={600}>{objective.statement}</Text>
        {actions}
      </div>
      <Text size="sm" c="dimmed" className="mp-tabular">
        {objectiveFacts(objective)}
      </Text>
      <div className={classes.pairs}>
        <Labelled label="Why it matters to the client">{objective.clientReason}</Labelled>
        <Labelled label="Why it matters to us">{objective.ourReason}</Labelled>
      </div>
    </li>
  );
}

function objectiveFacts({ measure, targetDay }: TemplateObjective): string {
  const by = targetDay === null ? "by the last day" : `by working day ${targetDay + 1}`;
  return measure ? `${measureText(measure)}, ${by}` : `Without a measure, ${by}`;
}

export function measureText({ name, unit, baseline, target }: TemplateMeasure): string {
  const way = baseline === null ? `${target ?? "?"}` : `${baseline} → ${target ?? "?"}`;
  return `${name} ${way} ${unit}`.trim();
}

export function Roles({ roles, actions }: Pick<Template, "roles"> & { actions?: ReactNode }) {
  if (roles.length === 0 && !actions) return null;
  const named = (side: "team" | "client") =>
    roles.filter((role) => role.side === side).map(({ name }) => name);
  return (
    <Part title="Roles" actions={actions}>
      <Text size="sm" c="dimmed">
        Placeholders: who takes each is said when a project begins.
      </Text>
      <div className={classes.pairs}>
        <LabelledLines label="Team" lines={named("team")} />
        <LabelledLines label="Client" lines={named("client")} />
      </div>
    </Part>
  );
}

export function Checklists({ plan }: { plan: Template }) {
  if (plan.procedures.length === 0) return null;
  return (
    <Part title="Checklists">
      <ul className={classes.procedures}>
        {plan.procedures.map((checklist) => (
          <ChecklistSheet key={checklist.key} plan={plan} checklist={checklist} />
        ))}
      </ul>
    </Part>
  );
}

interface ChecklistSheetProps {
  plan: Template;
  checklist: TemplateProcedure;
  /** Its buttons, where it can be changed. */
  actions?: ReactNode;
}

export function ChecklistSheet({ plan, checklist: { key, name, steps }, actions }: ChecklistSheetProps) {
  const uses = activitiesOf(plan).filter(({ procedureKey }) => procedureKey === key);
  return (
    <li className={classes.sheet}>
      <div className={classes.head}>
        <Text fw={600}>{name}</Text>
        {actions}
      </div>
      <LabelledLines label="Steps" lines={steps} />
      <Labelled label="Used by">{uses.map(({ title }) => title).join("; ") || "no activity yet"}</Labelled>
    </li>
  );
}
