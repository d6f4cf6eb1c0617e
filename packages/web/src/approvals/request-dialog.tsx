import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Project } from "../lib/current-project.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { type Milestone, planQuery, projectPeopleQuery } from "../lib/plan-query.ts";
import { ApiProblem } from "../lib/problem.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type ApprovalPreview, previewApproval, requestApproval } from "./approvals.api.ts";
import { PhonePreview } from "./phone-preview.tsx";
import { complete, EMPTY, type Filled, wantedOf } from "./request-draft.ts";
import { RequestFields } from "./request-fields.tsx";

interface RequestDialogProps {
  project: Project;
  /** The milestone it was opened from. */
  milestone: Milestone | null;
  onClose: () => void;
}

/** What is asked, whom, by which rule and until when; then exactly what they will see, and only then is it sent. */
export function RequestDialog({ project, milestone, onClose }: RequestDialogProps) {
  const client = useQueryClient();
  const { data: plan } = useQuery(planQuery(project.id));
  const { data: people = [] } = useQuery(projectPeopleQuery(project.id));
  const approvers = people.filter(({ kind, role }) => kind === "contact" && role === "approver");
  const [filled, setFilled] = useState<Filled>(() => startOf(milestone));
  const [preview, setPreview] = useState<ApprovalPreview | null>(null);
  const change = (next: Partial<Filled>) => {
    setPreview(null);
    setFilled({ ...filled, ...usualQuestion(filled, next), ...next });
  };
  const deciders = filled.deciders ?? usualDeciders(plan?.milestones, filled.milestoneId, approvers);
  const wanted = wantedOf({ ...filled, deciders }, project.currency);
  const look = useSubmit(async () => setPreview(await previewApproval(project.id, wanted)));
  const send = useSubmit(async () => {
    if (!preview) return;
    await requestApproval(client, project.id, wanted, preview.hash);
    sayDone("Asked. The mail is on its way");
    onClose();
  });
  const milestones = plan?.milestones.filter((each) => isOpen(each) && each.audience === "client") ?? [];
  return (
    <Modal opened onClose={onClose} title="Ask for a decision" size="xl">
      <Form onSend={preview ? send.submit : look.submit}>
        <Stack gap="sm">
          {preview ? (
            <PhonePreview project={project} preview={preview} />
          ) : (
            <RequestFields
              project={project}
              milestones={milestones}
              approvers={approvers}
              filled={{ ...filled, deciders }}
              change={change}
              wrong={look.field}
            />
          )}
          <Refusal problem={preview ? send.problem : look.problem} />
          <Missing problem={look.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={preview ? () => setPreview(null) : onClose}>
              {preview ? "Back" : "Close"}
            </Button>
            <Button
              type="submit"
              loading={look.busy || send.busy}
              disabled={!complete({ ...filled, deciders })}
            >
              {preview ? "Send" : "Look at it first"}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

function startOf(milestone: Milestone | null): Filled {
  if (!milestone) return { ...EMPTY, kind: "question" };
  const isDone = milestone.state === "active" || milestone.state === "submitted";
  return {
    ...EMPTY,
    kind: isDone ? "completion" : "definition",
    milestoneId: milestone.id,
    question: isDone ? `Is “${milestone.title}” done?` : `Is “${milestone.title}” rightly described?`,
  };
}

/** The plan is mostly asked about in the same words; what was typed already stays. */
function usualQuestion({ question }: Filled, { kind }: Partial<Filled>): Partial<Filled> {
  return kind === "plan" && question.trim() === ""
    ? { question: "Is the plan right as it was published?" }
    : {};
}

/** Who decides on the milestone, where it says so; else the one person who can. */
function usualDeciders(
  milestones: readonly Milestone[] | undefined,
  milestoneId: string,
  approvers: readonly { id: string }[],
): string[] {
  const own = milestones?.find(({ id }) => id === milestoneId)?.roles ?? [];
  const named = own.filter(({ role }) => role === "approver").map(({ personId }) => personId);
  const known = named.filter((id) => approvers.some((one) => one.id === id));
  return known.length > 0 ? known : approvers.slice(0, 1).map(({ id }) => id);
}

function Missing({ problem }: { problem: unknown }) {
  const missing = missingOf(problem);
  if (missing.length === 0) return null;
  return (
    <ul>
      {missing.map((what) => (
        <li key={what}>
          <Text size="sm">{what}</Text>
        </li>
      ))}
    </ul>
  );
}

function missingOf(problem: unknown): string[] {
  if (!(problem instanceof ApiProblem) || !Array.isArray(problem.facts.missing)) return [];
  return problem.facts.missing.flatMap((part: unknown) =>
    typeof part === "object" && part !== null && "what" in part ? [String(part.what)] : [],
  );
}
