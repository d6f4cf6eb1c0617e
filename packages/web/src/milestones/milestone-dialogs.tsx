import { useQuery } from "@tanstack/react-query";
import { type MilestoneDialog, openMilestoneDialog, useMilestoneDialog } from "../lib/milestone-dialog.ts";
import { type Plan, planQuery } from "../lib/plan-query.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { DateDialog } from "./date-dialog.tsx";
import { DependencyDialog } from "./dependency-dialog.tsx";
import { NewMilestoneDialog } from "./new-milestone-dialog.tsx";

const close = () => openMilestoneDialog(null);

/** What is asked about a milestone, wherever it was asked from. */
export function MilestoneDialogs() {
  const dialog = useMilestoneDialog();
  if (!dialog) return null;
  return <Opened key={`${dialog.kind} ${dialog.milestoneId}`} dialog={dialog} />;
}

function Opened({ dialog }: { dialog: MilestoneDialog }) {
  const { data: plan } = useQuery(planQuery(dialog.projectId));
  if (!plan) return null;
  return <Asked dialog={dialog} plan={plan} />;
}

function Asked({ dialog, plan }: { dialog: MilestoneDialog; plan: Plan }) {
  if (dialog.kind === "new") return <NewMilestoneDialog plan={plan} onClose={close} />;
  const milestone = plan.milestones.find(({ id }) => id === dialog.milestoneId);
  if (!milestone) return null;
  if (dialog.kind === "dates") return <DateDialog plan={plan} milestone={milestone} onClose={close} />;
  if (dialog.kind === "links") return <DependencyDialog plan={plan} milestone={milestone} onClose={close} />;
  return <CloseDialog plan={plan} milestone={milestone} to="dropped" onClose={close} />;
}
