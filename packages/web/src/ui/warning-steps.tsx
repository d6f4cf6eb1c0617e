import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import type { EarlyWarning, WarningStep } from "../lib/early-warnings.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";

interface WarningStepsProps {
  project: { id: string; key: string };
  warnings: readonly EarlyWarning[];
  /** May plan here, and so remind clients and hold reviews. */
  manages: boolean;
  most?: number;
  /** Where a dialog can be opened beside it. */
  onMoveDate?: (on: string | undefined) => void;
}

/** What to do about warnings: done here where one click does it, else a way to where it is done. */
export function WarningSteps({ project, warnings, manages, most = 3, onMoveDate }: WarningStepsProps) {
  const key = project.key.toLowerCase();
  const steps = new Map<string, WarningStep>();
  for (const step of warnings.flatMap((warning) => warning.steps)) {
    const isShown = step.do === "move_target" ? onMoveDate !== undefined && manages : true;
    const name = JSON.stringify(step);
    if (isShown && !steps.has(name)) steps.set(name, step);
  }
  const shown = [...steps].slice(0, most);
  if (shown.length === 0) return null;
  return (
    <Group gap="xs">
      {shown.map(([name, step]) => {
        if (step.do === "move_target")
          return (
            <Button key={name} size="compact-sm" variant="default" onClick={() => onMoveDate?.(step.on)}>
              Move the date
            </Button>
          );
        if (step.do === "remind_client" && step.kind === "approval" && step.person && manages)
          return <Nudge key={name} project={project} approvalId={step.itemId ?? ""} person={step.person} />;
        const { words, to, hash, search } = wayOf(step, key);
        return (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            // The address is made of what the server names; the router knows its shape, not its type.
            renderRoot={(props) => (
              <Link {...props} to={to as "/"} {...(hash ? { hash } : {})} search={(search ?? {}) as never} />
            )}
          >
            {words}
          </Button>
        );
      })}
    </Group>
  );
}

interface NudgeProps {
  project: { id: string };
  approvalId: string;
  person: { id: string; name: string };
}

function Nudge({ project, approvalId, person }: NudgeProps) {
  const client = useQueryClient();
  const nudge = useMutation({
    mutationFn: () =>
      answer(
        api.POST("/api/v1/approvals/{approvalId}/nudges", {
          params: { path: { approvalId } },
          body: { personId: person.id },
        }),
      ),
    onSuccess: async () => {
      sayDone(`${person.name} has been reminded.`);
      await refreshPlan(client, project.id);
    },
    onError: (error) => sayProblem(error),
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={nudge.isPending}
      disabled={nudge.isSuccess}
      onClick={() => nudge.mutate()}
    >
      {nudge.isSuccess ? "Reminded today" : `Nudge ${person.name.split(" ")[0]}`}
    </Button>
  );
}

interface Way {
  words: string;
  to: string;
  hash?: string;
  search?: object;
}

function wayOf({ do: what, ref = "", kind, person }: WarningStep, key: string): Way {
  const milestone = `/m/${ref}`;
  switch (what) {
    case "remind_client":
      return kind === "request"
        ? { words: "Open the request", to: `/p/${key}/requests` }
        : { words: "Open the approval", to: `/p/${key}/approvals` };
    case "see_ways":
    case "move_target":
      return { words: "Ways to make it", to: milestone, hash: "expected" };
    case "open":
      return { words: `Open ${ref}`, to: /-M\d+$/.test(ref) ? milestone : `/c/${ref}` };
    case "relieve":
      return {
        words: `See ${person?.name.split(" ")[0] ?? "their"}’s weeks`,
        to: "/workload",
        search: person ? { person: person.id } : {},
      };
    case "assign_cards":
      return { words: "Give out its cards", to: milestone, hash: "cards" };
    case "look_at_cards":
      return { words: "Open its cards", to: milestone, hash: "cards" };
    case "start_review":
      return { words: "Start review", to: `/p/${key}/review` };
    case "answer_criteria":
      return { words: "Answer the criteria", to: milestone, hash: "criteria" };
    case "see_changes":
      return { words: "See how it moved", to: `/p/${key}/trend` };
  }
}
