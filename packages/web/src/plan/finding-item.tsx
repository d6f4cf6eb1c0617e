import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Finding, Plan } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { AnswerField } from "./answer-field.tsx";
import { answerForm } from "./asks.ts";
import { blockedText, LEVELS } from "./finding-words.ts";
import { applyFix } from "./fix-acts.ts";
import { type Ask, fixLabel, fixOf, type OneClick } from "./fixes.ts";
import classes from "./plan.module.css";

/** One finding: why, what it holds up, and the way to mend it. */
export function FindingItem({ plan, finding }: { plan: Plan; finding: Finding }) {
  const { id, level, why } = finding;
  const blocked = blockedText(plan, finding);
  const fix = plan.project.may.editPlan ? fixOf(finding) : null;
  return (
    <li className={classes.finding} data-level={level}>
      <Text size="xs" c="dimmed">
        {`${id} · ${LEVELS[level]}`}
      </Text>
      <Text size="sm">{why}</Text>
      {blocked ? (
        <Text size="xs" c="dimmed">
          {blocked}
        </Text>
      ) : null}
      {fix === null ? null : fix.kind === "ask" ? (
        <Question plan={plan} finding={finding} ask={fix} />
      ) : (
        <Mend plan={plan} finding={finding} fix={fix} />
      )}
    </li>
  );
}

function Mend({ plan, finding, fix }: { plan: Plan; finding: Finding; fix: OneClick }) {
  const client = useQueryClient();
  const names = usePeopleNames(plan.project.id);
  const label = fixLabel(plan, fix, names);
  const { submit, busy, problem } = useSubmit(() => applyFix(client, plan, finding, fix, label));
  return (
    <>
      <Button
        mt={6}
        size="compact-sm"
        loading={busy}
        onClick={() => void submit()}
        classNames={{ label: classes.wrap }}
      >
        {label}
      </Button>
      <Refusal problem={problem} />
    </>
  );
}

function Question({ plan, finding, ask }: { plan: Plan; finding: Finding; ask: Ask }) {
  const [open, setOpen] = useState(false);
  const names = usePeopleNames(plan.project.id);
  const form = answerForm(plan, finding, ask, names);
  const place = placeOf(plan, ask);
  if (!form)
    return (
      <Group gap="xs" mt={4}>
        <Text size="sm" fw={600}>
          {ask.question}
        </Text>
        {place ? <Link to={place.to as "/"}>{place.label}</Link> : null}
      </Group>
    );
  if (!open)
    return (
      <Button
        mt={6}
        size="compact-sm"
        variant="default"
        onClick={() => setOpen(true)}
        classNames={{ label: classes.wrap }}
      >
        {ask.question}
      </Button>
    );
  return <AnswerField plan={plan} question={ask.question} form={form} onClose={() => setOpen(false)} />;
}

/** Where a question is answered that has no field of its own here. */
function placeOf(plan: Plan, { subject, field }: Ask): { to: string; label: string } | null {
  const projectAt = `/p/${plan.project.key.toLowerCase()}`;
  if (field === "approverIds") return { to: `${projectAt}/edit`, label: "Name an approver on the head page" };
  if (field === "publish") return { to: `${projectAt}/publish`, label: "See what the client would read" };
  if (field === "input") return { to: `${projectAt}/input`, label: "See what is ready, and ask" };
  const milestone = plan.milestones.find(({ id }) => id === subject.id);
  if (milestone) return { to: `/m/${milestone.ref}`, label: `Open M${milestone.number}` };
  if (field === "looseCards") return { to: `${projectAt}/board`, label: "See the board" };
  if (subject.kind === "person") return { to: `${projectAt}/board`, label: "See the board" };
  if (subject.kind === "project") return { to: `${projectAt}/roadmap`, label: "See the roadmap" };
  const items = plan.dependencies.flatMap(({ from, to }) => [from, to]);
  const card = items.find(({ id, kind }) => kind === "card" && id === subject.id);
  return card ? { to: `/c/${card.ref}`, label: `Open ${card.ref}` } : null;
}
