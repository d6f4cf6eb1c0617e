import { Button, Group, MultiSelect, Select, Text } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { changeMilestone, type MilestoneWords, serveObjectives } from "../../lib/milestone-acts.ts";
import { minorOf } from "../../lib/money.ts";
import { type Milestone, type Plan, projectPeopleQuery } from "../../lib/plan-query.ts";
import { sayProblem } from "../../lib/undo.tsx";
import { useSubmit } from "../../lib/use-submit.ts";
import { TextCell } from "../../ui/text-cell.tsx";
import classes from "./assistant.module.css";
import { DeciderField } from "./decider-field.tsx";
import { DoneWhen } from "./done-when.tsx";
import { type Column, type Fill, fillDown, fillOf } from "./fill-down.ts";
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
  return (
    <>
      <FillDown plan={plan} milestones={milestones} />
      <ol className={classes.said}>
        {milestones.map((milestone) => (
          <Row key={milestone.id} plan={plan} milestone={milestone} members={members} contacts={contacts} />
        ))}
      </ol>
    </>
  );
}

const COLUMNS: readonly [Column, string][] = [
  ["owner", "owner"],
  ["decider", "decider"],
  ["objective", "objective"],
  ["price", "payment"],
];

/** What the first milestone says, for all below that say nothing of it. */
function FillDown({ plan, milestones }: { plan: Plan; milestones: readonly Milestone[] }) {
  const client = useQueryClient();
  const { submit, busy } = useSubmit((column: Column, fill: Fill) =>
    fillDown(client, column, fill).catch(sayProblem),
  );
  const fills = COLUMNS.flatMap(([column, word]) => {
    const fill = column === "price" && !plan.project.may.seeMoney ? null : fillOf(column, milestones);
    return fill ? [{ column, word, fill }] : [];
  });
  if (fills.length === 0) return null;
  return (
    <Group gap="xs" mb="sm">
      {fills.map(({ column, word, fill }) => (
        <Button
          key={column}
          size="compact-sm"
          variant="default"
          loading={busy}
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={() => void submit(column, fill)}
        >
          {`The ${word} of M${fill.from.number} for ${fill.to.length} more`}
        </Button>
      ))}
    </Group>
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
  const { number, title, outcome, ownerId, objectiveIds, priceMinor, currency } = milestone;
  const change = (said: string, words: MilestoneWords, before: MilestoneWords) =>
    changeMilestone(client, milestone, words, { said, before });
  const statements = plan.objectives.map(({ id, statement }) => ({ value: id, label: statement }));
  return (
    <li className={classes.milestone}>
      <h3 className={classes.milestoneHead}>{`M${number} ${title}`}</h3>
      <div className={classes.halves}>
        <div>
          <TextCell
            label="Outcome"
            labelled
            size="sm"
            placeholder="What will be there that is not there today?"
            maxLength={2000}
            value={outcome}
            onSave={(typed) => change("Outcome changed", { outcome: typed }, { outcome })}
          />
          <Text size="sm" fw={500} mt={8}>
            Done when
          </Text>
          <DoneWhen milestone={milestone} />
        </div>
        <div className={classes.fields}>
          <Select
            label="Owner"
            size="sm"
            placeholder="Nobody yet"
            clearable
            data={members.map(({ id, name }) => ({ value: id, label: name }))}
            value={ownerId}
            onChange={(next) => change("Owner changed", { ownerId: next }, { ownerId }).catch(sayProblem)}
          />
          <DeciderField milestone={milestone} contacts={contacts} />
          <MultiSelect
            label="Objectives"
            size="sm"
            placeholder={objectiveIds.length === 0 ? "None yet" : ""}
            data={statements}
            value={objectiveIds}
            onChange={(ids) => serveObjectives(client, milestone, ids).catch(sayProblem)}
          />
          {plan.project.may.seeMoney ? (
            <TextCell
              label={`Payment (${currency})`}
              labelled
              size="sm"
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
          ) : null}
        </div>
      </div>
    </li>
  );
}
