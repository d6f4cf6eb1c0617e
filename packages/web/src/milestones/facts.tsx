import {
  Checkbox,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeMilestone, type MilestoneWords, serveObjectives } from "../lib/milestone-acts.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { minorOf, moneyText } from "../lib/money.ts";
import { type Milestone, type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";

interface FactsProps {
  plan: Plan;
  milestone: Milestone;
}

type Change = (said: string, change: MilestoneWords, before: MilestoneWords) => void;

/** Owner, objectives, money and who sees it: each changed at once, with a way back. */
export function Facts({ plan, milestone }: FactsProps) {
  const client = useQueryClient();
  const may = plan.project.may.editPlan && isOpen(milestone);
  const change: Change = (said, words, before) =>
    void changeMilestone(client, milestone, words, { said, before }).catch(sayProblem);
  if (!may) return <ReadFacts plan={plan} milestone={milestone} />;
  return (
    <Stack gap="sm">
      <Owner milestone={milestone} change={change} />
      <MultiSelect
        id="objectives"
        label="Objectives it serves"
        placeholder={milestone.objectiveIds.length === 0 ? "None yet" : ""}
        data={plan.objectives.map(({ id, statement }) => ({ value: id, label: statement }))}
        value={milestone.objectiveIds}
        onChange={(ids) => serveObjectives(client, milestone, ids).catch(sayProblem)}
      />
      {plan.project.may.seeMoney ? <Price milestone={milestone} change={change} /> : null}
      <Phase plan={plan} milestone={milestone} change={change} />
      {milestone.parentId !== null || milestone.weight !== null ? (
        <Weight milestone={milestone} change={change} />
      ) : null}
      <div>
        <Text size="sm" fw={500} id="audience">
          Who sees it
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="audience"
          value={milestone.audience}
          data={[
            { value: "team", label: "The team" },
            { value: "client", label: "The client too" },
          ]}
          onChange={(value) => {
            const audience = value === "client" ? "client" : "team";
            change("Audience changed", { audience }, { audience: milestone.audience });
          }}
        />
      </div>
      <Checkbox
        label="The client approves it"
        checked={milestone.clientApproval}
        onChange={({ currentTarget: { checked } }) =>
          change("Approval changed", { clientApproval: checked }, { clientApproval: !checked })
        }
      />
    </Stack>
  );
}

function Owner({ milestone, change }: { milestone: Milestone; change: Change }) {
  const { data: people = [] } = useQuery(projectPeopleQuery(milestone.projectId));
  return (
    <Select
      id="owner"
      label="Owner"
      placeholder="Nobody yet"
      searchable
      clearable
      data={people
        .filter(({ kind }) => kind === "member")
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={milestone.ownerId}
      onChange={(ownerId) => change("Owner changed", { ownerId }, { ownerId: milestone.ownerId })}
    />
  );
}

function Price({ milestone, change }: { milestone: Milestone; change: Change }) {
  const { priceMinor, currency } = milestone;
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed === null) return;
    const next = typed.trim() === "" ? null : minorOf(typed, currency);
    setTyped(null);
    if (typed.trim() !== "" && next === null) return;
    if (next !== priceMinor) change("Price changed", { priceMinor: next }, { priceMinor });
  };
  return (
    <TextInput
      label={`Price (${currency})`}
      inputMode="decimal"
      placeholder="None"
      value={typed ?? moneyText(priceMinor, currency) ?? ""}
      onFocus={() => setTyped(priceMinor === null ? "" : String(priceMinor / 100))}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      error={typed && minorOf(typed, currency) === null ? "An amount such as 3000 or 3000.50" : undefined}
    />
  );
}

function Phase({ plan, milestone, change }: FactsProps & { change: Change }) {
  const phases = plan.milestones.filter((each) => each.phase && each.id !== milestone.id && isOpen(each));
  const holds = plan.milestones.some(({ parentId }) => parentId === milestone.id);
  return (
    <>
      {phases.length > 0 ? (
        <Select
          label="Part of the phase"
          placeholder="None"
          clearable
          data={phases.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` }))}
          value={milestone.parentId}
          onChange={(parentId) => change("Phase changed", { parentId }, { parentId: milestone.parentId })}
        />
      ) : null}
      <Checkbox
        label="It is a phase that holds other milestones"
        checked={milestone.phase}
        disabled={holds}
        onChange={({ currentTarget: { checked } }) =>
          change("Phase changed", { phase: checked }, { phase: !checked })
        }
      />
    </>
  );
}

function Weight({ milestone, change }: { milestone: Milestone; change: Change }) {
  const { weight } = milestone;
  const [typed, setTyped] = useState<number | string | null>(null);
  return (
    <NumberInput
      label="Weight in its phase"
      placeholder="The sum of its cards"
      min={0}
      allowDecimal={false}
      value={typed ?? weight ?? ""}
      onChange={setTyped}
      onBlur={() => {
        if (typed === null) return;
        const next = typed === "" ? null : Number(typed);
        setTyped(null);
        if (next !== weight) change("Weight changed", { weight: next }, { weight });
      }}
    />
  );
}

function ReadFacts({ plan, milestone }: FactsProps) {
  const { data: people = [] } = useQuery(projectPeopleQuery(milestone.projectId));
  const phase = plan.milestones.find(({ id }) => id === milestone.parentId);
  const objectives = plan.objectives.filter(({ id }) => milestone.objectiveIds.includes(id));
  const rows: [string, string | null][] = [
    ["Owner", people.find(({ id }) => id === milestone.ownerId)?.name ?? "Nobody"],
    ["Objectives", objectives.map(({ statement }) => statement).join("; ") || "None"],
    ["Price", moneyText(milestone.priceMinor, milestone.currency)],
    ["Phase", phase?.title ?? null],
    ["Who sees it", milestone.audience === "client" ? "The team and the client" : "The team"],
    ["Approval", milestone.clientApproval ? "By the client" : "By its owner"],
  ];
  return (
    <dl style={{ margin: 0, display: "grid", gap: 8 }}>
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <Text component="dt" size="xs" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} size="sm" style={{ overflowWrap: "anywhere" }}>
              {value}
            </Text>
          </div>
        ),
      )}
    </dl>
  );
}
