import { Table, Text, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { type ChosenBaseline, slipDays, slipWords } from "../lib/baseline.ts";
import type { DateTrial } from "../lib/date-effect.ts";
import { dayText, shortDay } from "../lib/dates.ts";
import { forecastText } from "../lib/forecast-words.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { dayOf, healthWord, isOpen, STATE_NAMES } from "../lib/milestone-words.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { MilestoneMenu } from "../ui/milestone-menu.tsx";
import { awayRows, stayWords } from "./road-away.tsx";
import type { RoadGroup } from "./road-rows.ts";
import classes from "./road-table.module.css";

interface RoadTableProps {
  trial: DateTrial;
  baseline: ChosenBaseline | null;
  groups: readonly RoadGroup[];
  mayPlan: boolean;
}

/** The same facts without a picture: for phones, and for who reads rather than looks. */
export function RoadTable({ trial, baseline, groups, mayPlan }: RoadTableProps) {
  const { plan, calendar } = trial;
  const names = usePeopleNames(plan.project.id);
  const away = awayRows(plan, names, "9999").map(
    ({ name, stays }) => `${name} ${stays.map(stayWords).join(", ")}`,
  );
  return (
    <>
      <Table className={classes.table} aria-label="Milestones by objective">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Milestone</Table.Th>
            <Table.Th scope="col">Target</Table.Th>
            {baseline ? (
              <Table.Th scope="col" className={classes.wide}>
                {`Baseline ${baseline.n}`}
              </Table.Th>
            ) : null}
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
                <Table.Th scope="rowgroup" colSpan={baseline ? 9 : 8} className={classes.group}>
                  {statement ?? "Serves no objective yet"}
                </Table.Th>
              </Table.Tr>
              {rows.map(({ milestone, minor }) => (
                <Row
                  key={milestone.id}
                  plan={plan}
                  kept={baseline && (baseline.dates.get(milestone.id) ?? NOT_IN_IT)}
                  slip={slipDays(calendar, baseline?.dates.get(milestone.id), milestone)}
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
      {away.length > 0 ? <Text size="sm" c="dimmed" mt="sm">{`Away: ${away.join("; ")}`}</Text> : null}
    </>
  );
}

function risksOf({ risks }: Plan, id: string): string[] {
  const count = risks.filter(
    ({ status, milestoneIds }) => status === "open" && milestoneIds.includes(id),
  ).length;
  return count === 0 ? [] : [`${count} ${count === 1 ? "risk" : "risks"}`];
}

const NOT_IN_IT = { targetOn: null };

interface RowProps {
  plan: Plan;
  /** Null where no baseline is shown. */
  kept: { targetOn: string | null } | null;
  slip: number | null;
  milestone: Milestone;
  minor: boolean;
  owner: string | undefined;
  mayPlan: boolean;
}

function Row({ plan, kept, slip, milestone, minor, owner, mayPlan }: RowProps) {
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
          {[STATE_NAMES[state], ...risksOf(plan, id)].join(" · ")}
        </Text>
        <span className={classes.narrow}>{chip}</span>
      </Table.Th>
      <Table.Td>
        {day ? <time dateTime={day}>{dayText(day, plan.today)}</time> : <Text c="dimmed">No date yet</Text>}
        {milestone.forecast && isOpen(milestone) ? (
          <Text size="xs" c="dimmed">
            {forecastText(milestone.forecast)}
          </Text>
        ) : null}
        {slip && kept?.targetOn ? (
          <Text size="xs" fw={600} className={classes.narrow}>
            {`${slipWords(slip, milestone.reachedOn !== null)}, baseline ${shortDay(kept.targetOn)}`}
          </Text>
        ) : null}
      </Table.Td>
      {kept ? (
        <Table.Td className={classes.wide}>
          {kept.targetOn ? <time dateTime={kept.targetOn}>{shortDay(kept.targetOn)}</time> : "—"}
          {slip ? (
            <Text size="sm" fw={600} className="mp-tabular">
              {slipWords(slip, milestone.reachedOn !== null)}
            </Text>
          ) : null}
        </Table.Td>
      ) : null}
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
