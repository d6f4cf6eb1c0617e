import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useProject } from "../lib/current-project.ts";
import { planQuery } from "../lib/plan-query.ts";
import { SaveDialog } from "./save-dialog.tsx";

/** On a project's plan: what went well once can be begun with again. */
export function SaveAsTemplate({ durations = "planned" }: { durations?: "planned" | "actual" }) {
  const { id, name } = useProject();
  const { project, milestones } = useSuspenseQuery(planQuery(id)).data;
  const [open, setOpen] = useState(false);
  if (!project.may.editPlan || milestones.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {durations === "actual" ? "Save as template with these real durations" : "Save as template"}
      </Button>
      {open ? (
        <SaveDialog projectId={id} projectName={name} durations={durations} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
