import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { TEMPLATE_CARRIES, TEMPLATE_LEAVES } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { LabelledLines } from "./labelled.tsx";
import { NameFields } from "./name-fields.tsx";
import classes from "./template.module.css";
import { keepPlanAsTemplate } from "./template-acts.ts";
import type { TemplateWords } from "./templates.api.ts";

interface SaveDialogProps {
  projectId: string;
  projectName: string;
  /** The windows as they were planned, or as they really were. */
  durations: "planned" | "actual";
  onClose: () => void;
}

/** What the template is called, and what of the project goes into it. */
export function SaveDialog({ projectId, projectName, durations, onClose }: SaveDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const there = useMemo(() => ({ name: projectName, trade: "", summary: "" }), [projectName]);
  const { values, set, clear } = useFormDraft<TemplateWords>(`template-of.${projectId}`, there);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    const { id, name } = await keepPlanAsTemplate(client, projectId, {
      ...values,
      ...(durations === "actual" ? { durations } : {}),
    });
    leave();
    const go = () => navigate({ to: "/templates/$templateId", params: { templateId: id } });
    sayDone(`“${name}” is among your templates now.`, { label: "Look at it", go });
  });
  return (
    <Modal opened onClose={onClose} title="Save as template" size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <NameFields values={values} set={set} field={field} />
          <Carried />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={values.name.trim() === ""}>
              Save as template
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

/** In a sentence; every part of it for those who ask. */
function Carried() {
  return (
    <div>
      <Text size="sm">
        The plan goes along with its checklists and estimates; people become roles and dates working days. The
        project stays as it is.
      </Text>
      <details className={classes.folded}>
        <summary>All that goes along, and what stays</summary>
        <div className={classes.pairs}>
          <LabelledLines label="Goes into the template" lines={Object.values(TEMPLATE_CARRIES)} />
          <LabelledLines label="Stays in the project alone" lines={TEMPLATE_LEAVES} />
        </div>
      </details>
    </div>
  );
}
