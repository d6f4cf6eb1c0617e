import { Button, Group, List, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { addCards } from "../../lib/activity-acts.ts";
import type { Board } from "../../lib/board-query.ts";
import { counted } from "../../lib/counted.ts";
import { dayText } from "../../lib/dates.ts";
import { stepMilestone } from "../../lib/milestone-steps.ts";
import type { Milestone, Plan } from "../../lib/plan-query.ts";
import { keepPlan } from "../../lib/plan-versions.ts";
import { sayDone } from "../../lib/undo.tsx";
import { useSubmit } from "../../lib/use-submit.ts";
import { Form } from "../../ui/form.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import classes from "./assistant.module.css";
import { plannedMilestones } from "./steps.ts";

interface KeepStepProps {
  plan: Plan;
  board: Board | undefined;
}

/** The plan becomes version 1: what is ready counts as agreed, and nobody is left with an empty board. */
export function KeepStep({ plan, board }: KeepStepProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const milestones = plannedMilestones(plan);
  const bare = milestones.filter(({ cards }) => cards.count === 0);
  const { submit, busy, problem } = useSubmit(async () => {
    for (const milestone of bare) await addCards(client, milestone, [milestone.title]);
    const { n } = await keepPlan(client, plan.project.id, reason.trim());
    sayDone(`Kept as version ${n}`);
  });
  if (milestones.length === 0) return <Text c="dimmed">There is nothing to keep yet.</Text>;
  const [newest] = plan.baselines;
  return (
    <>
      <List mb="sm">
        <List.Item>{countText(plan, milestones, board)}</List.Item>
        {bare.length > 0 ? (
          <List.Item>
            {`${names(bare)} ${bare.length === 1 ? "has" : "have"} no activity yet: a card of the same name is put on the board.`}
          </List.Item>
        ) : null}
      </List>
      <Agree plan={plan} milestones={milestones} />
      <ToPublish plan={plan} bare={bare} />
      <Form onSend={submit}>
        <TextInput
          label="Why now?"
          placeholder="Agreed with Dana on Friday"
          maxLength={1000}
          maw={480}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Text size="sm" c="dimmed" mt={4}>
          Dates, criteria, owners and prices are kept as they are now. A version stays as it is for good; the
          plan itself can still be changed.
        </Text>
        <Refusal problem={problem} />
        <Group mt="sm">
          <Button type="submit" variant={plan.project.client === null ? "filled" : "default"} loading={busy}>
            {newest ? "Keep another version" : "Keep this plan"}
          </Button>
          {newest ? (
            <>
              <Button component={Link} to={`/p/${plan.project.key.toLowerCase()}/roadmap`} variant="default">
                See the roadmap
              </Button>
              <Button component={Link} to={`/p/${plan.project.key.toLowerCase()}/board`} variant="default">
                Go to the board
              </Button>
            </>
          ) : null}
        </Group>
      </Form>
    </>
  );
}

/** With a client it is the client who is told first: publishing makes the version and the baseline by itself. */
function ToPublish({ plan, bare }: { plan: Plan; bare: readonly Milestone[] }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { submit, busy, problem } = useSubmit(async () => {
    for (const milestone of bare) await addCards(client, milestone, [milestone.title]);
    await navigate({ to: `/p/${plan.project.key.toLowerCase()}/publish` });
  });
  if (plan.project.client === null) return null;
  return (
    <div className={classes.agree}>
      <Group gap="sm">
        <Button loading={busy} onClick={() => void submit()}>
          Publish to the client
        </Button>
        <Text size="sm" c="dimmed">
          You see what the client would read before anything leaves. Publishing keeps the plan by itself.
        </Text>
      </Group>
      <Refusal problem={problem} />
    </div>
  );
}

type Agreeing = "ready" | "unlikely" | "blocked";

/** What stands between a draft and everybody's agreement: nothing, a date that will hardly be met, or something that is missing. */
function agreeing({ findings }: Plan, { id }: Milestone): Agreeing {
  if (findings.some(({ blocks }) => blocks.includes(id))) return "blocked";
  return findings.some((each) => each.id === "L6" && each.subject.id === id) ? "unlikely" : "ready";
}

/** Drafts that say all they must count as agreed in one act; of the others it says what they wait for. */
function Agree({ plan, milestones }: { plan: Plan; milestones: readonly Milestone[] }) {
  const client = useQueryClient();
  const drafts = milestones.filter(({ state }) => state === "draft");
  const { ready = [], unlikely = [], blocked = [] } = Object.groupBy(drafts, (each) => agreeing(plan, each));
  const { submit, busy, problem } = useSubmit(async () => {
    for (const milestone of ready) await stepMilestone(client, milestone, { to: "agreed" });
    sayDone(`${names(ready)} agreed`);
  });
  if (drafts.length === 0) return null;
  return (
    <div className={classes.agree}>
      {blocked.length > 0 ? (
        <Text size="sm">{`${names(blocked)} cannot be agreed yet: the plan check says what is missing.`}</Text>
      ) : null}
      {unlikely.length > 0 ? (
        <Text size="sm">
          {`${names(unlikely)} will hardly be met in time. Take other dates in step 4, or agree on `}
          {unlikely.map(({ id, ref, number }, n) => (
            <span key={id}>
              {n === 0 ? "" : ", "}
              <Link to={`/m/${ref}` as "/"}>{`the page of M${number}`}</Link>
            </span>
          ))}
          {" and say why."}
        </Text>
      ) : null}
      {ready.length > 0 ? (
        <Group gap="sm">
          <Text size="sm">{`${names(ready)} ${ready.length === 1 ? "says" : "say"} all that is needed.`}</Text>
          <Button size="compact-md" variant="default" loading={busy} onClick={() => void submit()}>
            {ready.length === 1 ? "Mark it as agreed" : `Mark ${ready.length} as agreed`}
          </Button>
        </Group>
      ) : null}
      <Refusal problem={problem} />
    </div>
  );
}

function names(milestones: readonly Milestone[]): string {
  const numbers = milestones.map(({ number }) => `M${number}`);
  return numbers.length < 2 ? (numbers[0] ?? "") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

function countText({ today }: Plan, milestones: readonly Milestone[], board: Board | undefined): string {
  const last = milestones
    .flatMap(({ targetOn }) => targetOn ?? [])
    .toSorted()
    .at(-1);
  const ids = new Set(milestones.map(({ id }) => id));
  const cards =
    board?.cards.filter(({ milestoneId }) => milestoneId !== null && ids.has(milestoneId)).length ?? 0;
  const ends = last ? `, the last one on ${dayText(last, today)}` : "";
  const work = counted(cards, "activity is a card", "activities are cards");
  return `${counted(milestones.length, "milestone")}${ends}; ${work} on the board.`;
}
