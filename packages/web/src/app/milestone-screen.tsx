import { useLoaderData, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { MilestoneApprovals } from "../approvals/milestone-approvals.tsx";
import { MilestoneRequests } from "../client-requests/milestone-requests.tsx";
import { ThanksButton } from "../closing/thanks-dialog.tsx";
import { CurrentProject } from "../lib/current-project.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { useNoted } from "../lib/recent-things.ts";
import { useIsGuest } from "../lib/session.ts";
import { History } from "../milestones/history.tsx";
import { MilestonePage } from "../milestones/milestone.page.tsx";
import { MilestoneDialogs } from "../milestones/milestone-dialogs.tsx";
import { ViewAsClient } from "../publications/publish-button.tsx";
import { readTab } from "./milestone-tab.ts";
import { Moments } from "./moments.tsx";
import { TalkTabs } from "./talk-tabs.tsx";
import { useProjectKeys } from "./use-project-keys.ts";

/** The milestone with the nouns that hang on it. */
export function MilestoneScreen() {
  const project = useLoaderData({ from: "/m/$ref" });
  const { ref } = useParams({ from: "/m/$ref" });
  const isGuest = useIsGuest();
  useNoted(ref);
  useProjectKeys(project.key.toLowerCase());
  return (
    <CurrentProject value={project}>
      <MilestonePage
        projectId={project.id}
        number={Number(ref.slice(ref.lastIndexOf("-") + 2))}
        asClient={(milestone) => (
          <ViewAsClient
            project={project}
            {...(milestone.audience === "client" ? { milestone: milestone.number } : {})}
          />
        )}
        approvals={(milestone) => (
          <>
            <MilestoneApprovals milestone={milestone} />
            {milestone.state === "accepted" && milestone.audience === "client" && !isGuest ? (
              <ThanksButton milestone={milestone} />
            ) : null}
          </>
        )}
        moment={(milestone) =>
          milestone.state === "accepted" ? <Moments milestoneId={milestone.id} /> : null
        }
        tabs={(milestone, plan) => (
          <>
            {plan.project.client === null || isGuest ? null : (
              <MilestoneRequests plan={plan} milestone={milestone} />
            )}
            <MilestoneTabs milestone={milestone} plan={plan} />
          </>
        )}
      />
      <MilestoneDialogs />
    </CurrentProject>
  );
}

function MilestoneTabs({ milestone, plan }: { milestone: Milestone; plan: Plan }) {
  const { tab = "team" } = useSearch({ from: "/m/$ref" });
  const navigate = useNavigate({ from: "/m/$ref" });
  const subject = { kind: "milestone" as const, id: milestone.id, projectId: milestone.projectId };
  return (
    <TalkTabs
      label="About this milestone"
      subject={subject}
      hasClient={plan.project.client !== null}
      tab={tab}
      onOpen={(next) =>
        void navigate({ to: ".", replace: true, resetScroll: false, search: readTab({ tab: next }) })
      }
      history={<History milestone={milestone} />}
    />
  );
}
