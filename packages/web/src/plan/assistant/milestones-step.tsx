import { Button, MultiSelect, Select, Text } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { changeMilestone, type MilestoneWords, serveObjectives } from "../../lib/milestone-acts.ts";
import { minorOf } from "../../lib/money.ts";
import { type Milestone, type Plan, projectPeopleQuery } from "../../lib/plan-query.ts";
import { sayProblem } from "../../lib/undo.tsx";
import { useSubmit } from "../../lib/use-submit.ts";
import { TextCell } from "../../ui/text-cell.tsx";
import classes from "./assistant.module.css";
import { DeciderCell } from "./decider-cell.tsx";
import { DoneWhen } from "./done-when.tsx";
import { type Column, fillDown, fillOf } from "./fill-down.ts";
import { plannedMilestones } from "./steps.ts";

type People = readonly { id: string; name: string }[];

/** What each milestone must say before anybody can agree to it, line by line; what is the same is filled down. */
export function MilestonesStep({ plan }: { plan: Plan }) {
  const { data: people = [] } = useQuery(projectPeopleQuery(plan.project.id));
  const milestones = plannedMilestones(plan);
  if (milestones.length === 0)
    return <Text c="dimmed">Write down the milestones first, in the step above.</Text>;
  const members = people.filter(({ kind }) => kind === "member");
  const contacts = people.filter(({ kind }) => kind === "contact");
  const { seeMoney } = plan.project.may;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Milestone</th>
          <th scope="col">Done when</th>
          <Head column="owner" title="Owner" milestones={milestones} />
          <Head column="decider" title="Who decides" milestones={milestones} />
          <Head column="objective" title="Objective" milestones={milestones} />
          {seeMoney ? (
            <Head column="price" title={`Payment (${plan.project.currency})`} milestones={milestones} />
          ) : null}
        </tr>
      </thead>
      <tbody>
        {milestones.map((milestone) => (
          <Row key={milestone.id} plan={plan} milestone={milestone} members={members} contacts={contacts} />
        ))}
      </tbody>
    </table>
  );
}

/** A column's name, and its first entry for all that have none. */
function Head({
  column,
  title,
  milestones,
}: {
  column: Column;
  title: string;
  milestones: readonly Milestone[];
}) {
  const client = useQueryClient();
  const fill = fillOf(column, milestones);
  const { submit, busy } = useSubmit(() =>
    fill ? fillDown(client, column, fill).catch(sayProblem) : Promise.resolve(),
  );
  return (
    <th scope="col">
      {title}
      {fill ? (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={busy}
          leftSection={<IconArrowDown size={14} aria-hidden />}
          aria-label={`Fill ${title.toLowerCase()} down`}
          onClick={() => void submit()}
        >
          Fill down
        </Button>
      ) : null}
    </th>
  );
}

interface RowProps {
  plan: Plan;
  milestone: Milestone;
  members: People;
  contacts: People;
}

function Row({ plan, milestone, members, contacts }: RowProps) {
  const client = useQueryClient();
  const { number, title, ownerId, objectiveIds, priceMinor, currency } = milestone;
  const change = (said: string, words: MilestoneWords, before: MilestoneWords) =>
    changeMilestone(client, milestone, words, { said, before });
  const statements = plan.objectives.map(({ id, statement }) => ({ value: id, label: statement }));
  return (
    <tr>
      <th scope="row">{`M${number} ${title}`}</th>
      <td data-label="Done when">
        <DoneWhen milestone={milestone} />
      </td>
      <td data-label="Owner">
        <Select
          aria-label={`Owner of M${number}`}
          placeholder="Nobody yet"
          clearable
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
          value={ownerId}
          onChange={(next) => change("Owner changed", { ownerId: next }, { ownerId }).catch(sayProblem)}
        />
      </td>
      <td data-label="Who decides">
        <DeciderCell milestone={milestone} contacts={contacts} />
      </td>
      <td data-label="Objective">
        <MultiSelect
          aria-label={`Objectives of M${number}`}
          placeholder={objectiveIds.length === 0 ? "None yet" : ""}
          data={statements}
          value={objectiveIds}
          onChange={(ids) => serveObjectives(client, milestone, ids).catch(sayProblem)}
        />
      </td>
      {plan.project.may.seeMoney ? (
        <td data-label="Payment">
          <TextCell
            label={`Payment on M${number}`}
            placeholder="None"
            inputMode="decimal"
            value={priceMinor === null ? "" : String(priceMinor / 100)}
            check={(typed) =>
              typed === "" || minorOf(typed, currency) !== null ? null : "An amount such as 3000 or 3000.50"
            }
            onSave={(typed) =>
              change(
                "Payment changed",
                { priceMinor: typed === "" ? null : minorOf(typed, currency) },
                { priceMinor },
              )
            }
          />
        </td>
      ) : null}
    </tr>
  );
}
