import { Table, Text, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { dayText, shortDay } from "../lib/dates.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { dayOf, healthWord, STATE_NAMES } from "../lib/milestone-words.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { MilestoneMenu } from "../ui/milestone-menu.tsx";
import type { RoadGroup } from "./road-rows.ts";
import classes from "./road-table.module.css";

interface RoadTableProps {
  plan: Plan;
  groups: readonly RoadGroup[];
  mayPlan: boolean;
}

/** The same facts without a picture: for phones, and for who reads rather than looks. */
export function RoadTable({ plan, groups, mayPlan }: RoadTableProps) {
  const names = usePeopleNames(plan.project.id);
  return (
    <Table className={classes.table} aria-label="Milestones by objective">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Milestone</Table.Th>
          <Table.Th scope="col">Target</Table.Th>
          <Table.Th scope="col" className={classes.wide}>
            Window
          </Table.Th>
          <Table.Th scope="col" className={classes.wide}>
            Health
          </Table.Th>
          <Table.Th scope="col" className={classes.wide}>
            Cards
          </Table.Th>
          <Table.Th scope="col" className={classes.wide}>
            Owner
          </Table.Th>
          <Table.Th scope="col" className={classes.wide}>
            Follows
          </Table.Th>
          <Table.Th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(({ id, statement, rows }) => (
          <Fragment key={id}>
            <Table.Tr>
              <Table.Th scope="rowgroup" colSpan={8} className={classes.group}>
                {statement ?? "Serves no objective yet"}
              </Table.Th>
            </Table.Tr>
            {rows.map(({ milestone, minor }) => (
              <Row
                key={milestone.id}
                plan={plan}
                milestone={milestone}
                minor={minor}
                owner={names.get(milestone.ownerId ?? "")}
                mayPlan={mayPlan}
              />
            ))}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps {
  plan: Plan;
  milestone: Milestone;
  minor: boolean;
  owner: string | undefined;
  mayPlan: boolean;
}

function Row({ plan, milestone, minor, owner, mayPlan }: RowProps) {
  const { id, ref, number, title, startOn, targetOn, workingDays, cards, health, state } = milestone;
  const day = dayOf(milestone);
  const follows = plan.dependencies.filter(({ to }) => to.id === id).map(({ from }) => from.title);
  const chip = (
    <HealthChip
      word={healthWord(milestone)}
      below={health?.below ?? null}
      reasons={(health?.reasons ?? []).map(reasonText)}
    />
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" className={minor ? classes.minor : ""} fw={500}>
        <Link to={`/m/${ref}` as "/"} className={classes.title}>
          {`M${number} ${title}`}
        </Link>
        <Text size="xs" c="dimmed">
          {STATE_NAMES[state]}
        </Text>
        <span className={classes.narrow}>{chip}</span>
      </Table.Th>
      <Table.Td>
        {day ? <time dateTime={day}>{dayText(day, plan.today)}</time> : <Text c="dimmed">No date yet</Text>}
      </Table.Td>
      <Table.Td className={classes.wide}>
        {startOn && targetOn
          ? `${shortDay(startOn)} – ${shortDay(targetOn)}${workingDays ? `, ${workingDays} d` : ""}`
          : "—"}
      </Table.Td>
      <Table.Td className={classes.wide}>{chip}</Table.Td>
      <Table.Td className={classes.wide}>
        {cards.count > 0 ? `${cards.done} of ${cards.count}` : "None"}
      </Table.Td>
      <Table.Td className={classes.wide}>{owner ?? "Nobody"}</Table.Td>
      <Table.Td className={classes.wide}>{follows.join(", ") || "—"}</Table.Td>
      <Table.Td>
        <MilestoneMenu milestone={milestone} mayPlan={mayPlan} />
      </Table.Td>
    </Table.Tr>
  );
}
