import { Button, Text } from "@mantine/core";
import type { TemplateObjective } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { hasFormDraft } from "../lib/form-draft.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { ObjectiveForm } from "./objective-form.tsx";
import { NO_OBJECTIVE, withObjective, withoutObjective, wordsOfObjective } from "./objective-words.ts";
import { SheetActions } from "./sheet-actions.tsx";
import classes from "./template.module.css";
import { changeParts } from "./template-acts.ts";
import { freeKey } from "./template-changes.ts";
import { ObjectiveSheet, Part } from "./template-parts.tsx";

/** As many as a template holds. */
const MOST = 50;

/** What projects made from the template are for. */
export function ObjectivesEditor({ template }: { template: TemplateDetail }) {
  const { objectives } = template.plan;
  return (
    <Part title="Objectives">
      {objectives.length === 0 ? (
        <Text size="sm" c="dimmed">
          What is different for the client at the end, and how that is measured. None yet.
        </Text>
      ) : null}
      <ul className={classes.objectives}>
        {objectives.map((objective) => (
          <ObjectiveItem key={objective.key} template={template} objective={objective} />
        ))}
        {objectives.length < MOST ? <NewObjective template={template} /> : null}
      </ul>
    </Part>
  );
}

function ObjectiveItem({ template, objective }: { template: TemplateDetail; objective: TemplateObjective }) {
  const client = useQueryClient();
  const { id, plan } = template;
  const { key, statement } = objective;
  const draft = `template.${id}.objective.${key}`;
  const editing = useInPlace(hasFormDraft(draft));
  const there = useMemo(() => wordsOfObjective(objective), [objective]);
  if (editing.isOpen)
    return (
      <li className={classes.sheet} aria-label={`Edit ${statement}`}>
        <ObjectiveForm
          there={there}
          objectiveKey={key}
          draft={draft}
          onSave={(read) => changeParts(client, template, withObjective(plan, read))}
          onClose={editing.close}
        />
      </li>
    );
  const remove = () =>
    changeParts(client, template, withoutObjective(plan, key), `“${statement}” removed`).catch(sayProblem);
  return (
    <ObjectiveSheet
      objective={objective}
      actions={<SheetActions name={statement} editing={editing} onRemove={remove} />}
    />
  );
}

function NewObjective({ template }: { template: TemplateDetail }) {
  const client = useQueryClient();
  const { id, plan } = template;
  const draft = `template.${id}.new.objective`;
  const adding = useInPlace(hasFormDraft(draft));
  if (!adding.isOpen)
    return (
      <li>
        <Button size="compact-md" variant="default" autoFocus={adding.hasReturned} onClick={adding.open}>
          Add an objective
        </Button>
      </li>
    );
  return (
    <li className={classes.sheet} aria-label="New objective">
      <ObjectiveForm
        there={NO_OBJECTIVE}
        objectiveKey={freeKey("objective", plan.objectives)}
        draft={draft}
        onSave={(read) => changeParts(client, template, withObjective(plan, read))}
        onClose={adding.close}
      />
    </li>
  );
}
