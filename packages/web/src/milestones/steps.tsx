import { Alert, Anchor, Button, Group, List, Text } from "@mantine/core";
import { MILESTONE_STEPS } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { MilestoneState } from "../lib/milestone-acts.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import { stepMilestone } from "../lib/milestone-steps.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { ApiProblem } from "../lib/problem.ts";
import { useMe } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { questionOf, type StepQuestion, StepReason } from "./step-reason.tsx";

interface StepName {
  label: string;
  said: string;
}

/** What the step is called as a button, by where it leads. */
const STEPS: Partial<Record<MilestoneState, StepName>> = {
  in_input: { label: "Ask for input", said: "Open for input" },
  draft: { label: "Close input", said: "Back in draft" },
  agreed: { label: "Mark as agreed", said: "Agreed" },
  active: { label: "Start", said: "Active" },
  submitted: { label: "Submit", said: "Submitted" },
  accepted: { label: "Mark as reached", said: "Reached" },
};

const SEND_BACK: StepQuestion = {
  to: "active",
  label: "What has to change?",
  action: "Ask for changes",
};

interface StepsProps {
  plan: Plan;
  milestone: Milestone;
}

/** The next steps of its life; a refusal lists what is missing and leads there. */
export function Steps({ plan, milestone }: StepsProps) {
  const client = useQueryClient();
  const [closing, setClosing] = useState(false);
  const [question, setQuestion] = useState<StepQuestion | null>(null);
  const { submit, busy, problem, clear } = useSubmit(async (to: MilestoneState, reason?: string) => {
    try {
      await stepMilestone(client, milestone, { to, ...(reason ? { reason } : {}) });
    } catch (error) {
      const asked = reason ? null : questionOf(error);
      if (!asked) throw error;
      setQuestion(asked);
      return;
    }
    setQuestion(null);
    sayDone(`M${milestone.number}: ${STEPS[to]?.said ?? to}`);
  });
  const offered = useRef<HTMLDivElement>(null);
  // The pressed button is gone, or was locked while it worked: what is asked now has the focus, else the next step.
  const send = (to: MilestoneState, reason?: string) =>
    submit(to, reason).finally(() =>
      requestAnimationFrame(() => {
        const { current } = offered;
        (current?.querySelector("input") ?? current?.querySelector("button"))?.focus();
      }),
    );
  const steps = useOfferedSteps(plan, milestone);
  const take = (to: MilestoneState) => {
    clear();
    if (to === "accepted") setClosing(true);
    else if (milestone.state === "submitted" && to === "active") setQuestion(SEND_BACK);
    else void send(to);
  };
  if (steps.length === 0) return null;
  const forward = steps.includes("accepted") ? "accepted" : steps.at(-1);
  return (
    <div ref={offered}>
      <Group gap="xs">
        {steps.map((to) => (
          <Button
            key={to}
            size="compact-md"
            variant={to === forward ? "filled" : "default"}
            loading={busy}
            onClick={() => take(to)}
          >
            {milestone.state === "submitted" && to === "active" ? "Ask for changes" : STEPS[to]?.label}
          </Button>
        ))}
      </Group>
      {milestone.clientApproval && milestone.state === "submitted" ? (
        <Text size="sm" c="dimmed" mt={6}>
          The client approves this milestone: the decision is theirs.
        </Text>
      ) : null}
      {question && steps.includes(question.to) ? (
        <StepReason
          question={question}
          busy={busy}
          onSend={(reason) => send(question.to, reason)}
          onClose={() => {
            clear();
            setQuestion(null);
          }}
        />
      ) : null}
      <StepRefusal problem={problem} milestone={milestone} />
      {closing ? (
        <CloseDialog plan={plan} milestone={milestone} to="accepted" onClose={() => setClosing(false)} />
      ) : null}
    </div>
  );
}

/** Only what this person may do and what is not asked for in another way. */
function useOfferedSteps(
  { project: { may } }: Plan,
  { state, ownerId, clientApproval }: Milestone,
): MilestoneState[] {
  const owns = useMe().person.id === ownerId;
  const steps: readonly MilestoneState[] = MILESTONE_STEPS[state];
  return steps.filter((to) => {
    if (to === "dropped") return false;
    if (to === "accepted") return !clientApproval && owns;
    if (may.editPlan || (to === "active" && state === "agreed" && may.work)) return true;
    return owns && (to === "active" || to === "submitted");
  });
}

interface Missing {
  kind: string;
  id: string;
  what: string;
}

/** Where each gap is filled: a part of this page, or the dates. */
const PLACES: Record<string, string> = {
  owner: "#owner",
  criterion: "#criteria",
  deliverable: "#deliverables",
  L3: "#criteria",
  L4: "#objectives",
  L11: "#roles",
  L13: "#dependencies",
};

function StepRefusal({ problem, milestone }: { problem: unknown; milestone: Milestone }) {
  const missing = missingOf(problem);
  if (missing.length === 0) return <Refusal problem={problem} />;
  return (
    <Alert mt="xs" color="yellow" variant="light" title="Something is still missing" role="alert">
      <List size="sm" spacing={4}>
        {missing.map(({ kind, id, what }) => (
          <List.Item key={`${kind} ${id}`}>
            {id === "L2" ? (
              <Anchor
                component="button"
                type="button"
                ta="start"
                size="sm"
                onClick={() =>
                  openMilestoneDialog({
                    kind: "dates",
                    projectId: milestone.projectId,
                    milestoneId: milestone.id,
                  })
                }
              >
                {what}
              </Anchor>
            ) : (
              <Anchor href={PLACES[kind] ?? PLACES[id] ?? "#criteria"} size="sm">
                {what}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function missingOf(problem: unknown): Missing[] {
  if (!(problem instanceof ApiProblem) || problem.code !== "not-ready") return [];
  const { missing } = problem.facts;
  return Array.isArray(missing) ? missing.filter(isMissing) : [];
}

function isMissing(part: unknown): part is Missing {
  return typeof part === "object" && part !== null && "kind" in part && "id" in part && "what" in part;
}
