import { Button, Text } from "@mantine/core";
import type { TemplateProcedure } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { counted } from "../lib/counted.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { ChecklistForm } from "./checklist-form.tsx";
import { NO_CHECKLIST, withChecklist, withoutChecklist, wordsOfChecklist } from "./checklist-words.ts";
import { SheetActions } from "./sheet-actions.tsx";
import classes from "./template.module.css";
import { changeParts } from "./template-acts.ts";
import { freeKey } from "./template-changes.ts";
import { ChecklistSheet, Part } from "./template-parts.tsx";

/** As many as a template holds. */
const MOST = 100;

/** The steps that cards of the template begin with. */
export function ChecklistsEditor({ template }: { template: TemplateDetail }) {
  const { procedures } = template.plan;
  return (
    <Part title="Checklists">
      {procedures.length === 0 ? (
        <Text size="sm" c="dimmed">
          Steps that are the same every time: the cards of an activity begin with them. None yet.
        </Text>
      ) : null}
      <ul className={classes.procedures}>
        {procedures.map((checklist) => (
          <ChecklistItem key={checklist.key} template={template} checklist={checklist} />
        ))}
        {procedures.length < MOST ? <NewChecklist template={template} /> : null}
      </ul>
    </Part>
  );
}

function ChecklistItem({ template, checklist }: { template: TemplateDetail; checklist: TemplateProcedure }) {
  const client = useQueryClient();
  const { id, plan } = template;
  const { key, name } = checklist;
  const draft = `template.${id}.checklist.${key}`;
  const editing = useInPlace(hasFormDraft(draft));
  const there = useMemo(() => wordsOfChecklist(plan, checklist), [plan, checklist]);
  if (editing.isOpen)
    return (
      <li className={classes.sheet} aria-label={`Edit ${name}`}>
        <ChecklistForm
          plan={plan}
          there={there}
          checklistKey={key}
          draft={draft}
          onSave={(words) => changeParts(client, template, withChecklist(plan, key, words))}
          onClose={editing.close}
        />
      </li>
    );
  const { length } = there.uses;
  const lost = length === 0 ? "" : `; ${counted(length, "activity", "activities")} had it`;
  const remove = () =>
    changeParts(client, template, withoutChecklist(plan, key), `“${name}” removed${lost}`).catch(sayProblem);
  return (
    <ChecklistSheet
      plan={plan}
      checklist={checklist}
      actions={<SheetActions name={name} editing={editing} onRemove={remove} />}
    />
  );
}

function NewChecklist({ template }: { template: TemplateDetail }) {
  const client = useQueryClient();
  const { id, plan } = template;
  const draft = `template.${id}.new.checklist`;
  const adding = useInPlace(hasFormDraft(draft));
  const key = freeKey("checklist", plan.procedures);
  if (!adding.isOpen)
    return (
      <li>
        <Button size="compact-md" variant="default" autoFocus={adding.hasReturned} onClick={adding.open}>
          Add a checklist
        </Button>
      </li>
    );
  return (
    <li className={classes.sheet} aria-label="New checklist">
      <ChecklistForm
        plan={plan}
        there={NO_CHECKLIST}
        checklistKey={key}
        draft={draft}
        onSave={(words) => changeParts(client, template, withChecklist(plan, key, words))}
        onClose={adding.close}
      />
    </li>
  );
}
