import { Box } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { warningsQuery } from "../lib/early-warnings.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { useIsGuest } from "../lib/session.ts";
import { WarningList } from "../ui/warning-list.tsx";
import { WarningSteps } from "../ui/warning-steps.tsx";

/** What will go wrong with this milestone; what its health word says already needs only the next step. */
export function MilestoneWarnings({ plan, milestone }: { plan: Plan; milestone: Milestone }) {
  const isGuest = useIsGuest();
  const { data = [] } = useQuery({ ...warningsQuery(plan.project.id), enabled: !isGuest });
  const own = data.filter((warning) => warning.milestone?.id === milestone.id);
  if (own.length === 0) return null;
  const { project } = plan;
  const manages = project.may.editPlan;
  return (
    <Box mb="lg">
      <Box mb="sm">
        <WarningSteps
          project={project}
          warnings={own.filter(({ inHealth }) => inHealth)}
          manages={manages}
          onMoveDate={() =>
            openMilestoneDialog({ kind: "dates", projectId: project.id, milestoneId: milestone.id })
          }
        />
      </Box>
      <WarningList
        project={project}
        warnings={own.filter(({ inHealth }) => !inHealth)}
        manages={manages}
        named={false}
      />
    </Box>
  );
}
