import { MilestoneDialogs } from "../milestones/milestone-dialogs.tsx";
import { PlanPage } from "../plan/plan.page.tsx";
import { SaveAsTemplate } from "../templates/save-as-template.tsx";

/** The plan, and what its lines ask. */
export function PlanScreen() {
  return (
    <>
      <PlanPage actions={<SaveAsTemplate />} />
      <MilestoneDialogs />
    </>
  );
}
