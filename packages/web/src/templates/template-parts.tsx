import { Text, Title } from "@mantine/core";
import type { Template, TemplateMeasure, TemplateObjective } from "@milepost/planning";
import { type ReactNode, useId } from "react";
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
          <li key={objective.key} className={classes.sheet}>
            <Text fw={600}>{objective.statement}</Text>
            <Text size="sm" c="dimmed" className="mp-tabular">
              {objectiveFacts(objective)}
            </Text>
            <div className={classes.pairs}>
              <Labelled label="Why it matters to the client">{objective.clientReason}</Labelled>
              <Labelled label="Why it matters to us">{objective.ourReason}</Labelled>
            </div>
          </li>
        ))}
      </ul>
    </Part>
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

export function Procedures({ procedures }: Pick<Template, "procedures">) {
  if (procedures.length === 0) return null;
  return (
    <Part title="Checklists">
      <ul className={classes.procedures}>
        {procedures.map(({ key, name, steps }) => (
          <li key={key} className={classes.sheet}>
            <Text fw={600}>{name}</Text>
            <LabelledLines label="Steps" lines={steps} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
