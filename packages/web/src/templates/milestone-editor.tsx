import type { TemplateMilestone } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { hasFormDraft } from "../lib/form-draft.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { MilestoneForm, milestoneDraft } from "./milestone-form.tsx";
import { MilestoneSheet } from "./milestone-sheet.tsx";
import { SheetActions } from "./sheet-actions.tsx";
import classes from "./template.module.css";
import { changeParts } from "./template-acts.ts";
import { withoutMilestone } from "./template-changes.ts";

interface MilestoneEditorProps {
  template: TemplateDetail;
  milestone: TemplateMilestone;
  n: number;
}

/** A milestone that is read until somebody changes it. */
export function MilestoneEditor({ template, milestone, n }: MilestoneEditorProps) {
  const { id, plan, daysPerWeek } = template;
  const { key, title } = milestone;
  const client = useQueryClient();
  const editing = useInPlace(hasFormDraft(milestoneDraft(id, key)));
  if (editing.isOpen)
    return (
      <li className={classes.sheet} aria-label={`Edit ${title}`}>
        <MilestoneForm template={template} milestone={milestone} onClose={editing.close} />
      </li>
    );
  const remove = () => changeParts(client, template, withoutMilestone(plan, key)).catch(sayProblem);
  return (
    <MilestoneSheet
      template={plan}
      milestone={milestone}
      n={n}
      daysPerWeek={daysPerWeek}
      actions={<SheetActions name={title} editing={editing} onRemove={remove} />}
    />
  );
}
