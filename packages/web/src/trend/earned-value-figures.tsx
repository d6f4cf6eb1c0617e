import { Table, Text } from "@mantine/core";
import type { Measured, WorkDone } from "./work-done.api.ts";
import classes from "./work-done.module.css";
import { amountText } from "./work-done-words.ts";

interface Figure {
  name: string;
  value: string | null;
  /** What it answers, in one line. */
  says: string;
}

/** Every figure under its name in earned value management, for who knows them; folded away from who does not. */
export function EarnedValueFigures({ work, measured }: { work: WorkDone; measured: Measured }) {
  const figures = [...amounts(work, measured), ...times(measured)].filter(({ value }) => value !== null);
  return (
    <details className={classes.figures}>
      <summary>All figures, by their names in earned value</summary>
      <Table aria-label="Earned value and earned schedule">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figure</Table.Th>
            <Table.Th scope="col">Today</Table.Th>
            <Table.Th scope="col">What it says</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map(({ name, value, says }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              <Table.Td className="mp-tabular">{value}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {says}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

function amounts(work: WorkDone, { now }: Measured): Figure[] {
  const amount = (value: number | null) => (value === null ? null : amountText(value, work));
  return [
    { name: "Planned value (PV)", value: amount(now.planned), says: "What was to be done by today" },
    { name: "Earned value (EV)", value: amount(now.earned), says: "What is done, at what it was estimated" },
    { name: "Actual cost (AC)", value: amount(now.spent), says: "The time that went into it" },
    { name: "Budget at completion (BAC)", value: amount(now.budget), says: "The whole of it" },
    {
      name: "Cost index (CPI)",
      value: index(now.costIndex),
      says: "Done for each hour spent: under 1, work takes longer than estimated",
    },
    {
      name: "Estimate at completion (EAC)",
      value: amount(now.estimateAtCompletion),
      says: "What the whole takes if the rest goes like this",
    },
    {
      name: "To-complete index (TCPI)",
      value: index(now.toCompleteIndex),
      says: "The CPI that the rest would need to keep to the budget",
    },
    {
      name: "Schedule index (SPI)",
      value: index(now.scheduleIndex),
      says: "Done against planned; it ends at 1 even when late, so look at SPI(t)",
    },
  ];
}

function times({ now: { schedule, longestPath, adherence } }: Measured): Figure[] {
  return [
    {
      name: "Earned schedule (ES)",
      value: days(schedule.earned),
      says: "After how many days of the plan this much was to be done",
    },
    { name: "Actual time (AT)", value: days(schedule.actualTime), says: "Working days since the plan began" },
    {
      name: "Time variance SV(t)",
      value: days(schedule.variance),
      says: "Working days ahead; behind where it is negative",
    },
    { name: "Time index SPI(t)", value: index(schedule.index), says: "Days of the plan done in each day" },
    {
      name: "Expected duration IEAC(t)",
      value: days(schedule.duration),
      says: `Of ${days(schedule.plannedDuration) ?? "none"} planned, if the rest goes like this`,
    },
    {
      name: "Pace needed TSPI",
      value: index(schedule.toComplete),
      says: "The SPI(t) that the planned end now asks for",
    },
    {
      name: "SV(t) of the longest path",
      value: days(longestPath?.variance ?? null),
      says: "The same, of what decides the end alone",
    },
    {
      name: "Adherence (p-factor)",
      value: index(adherence),
      says: "How much of it was done in the planned order: 1 is all",
    },
  ];
}

function index(value: number | null): string | null {
  return value === null ? null : value.toFixed(2);
}

function days(value: number | null): string | null {
  if (value === null) return null;
  const whole = value.toFixed(1).replace(/\.0$/, "").replace(/^-/, "−");
  return `${whole === "−0" ? "0" : whole} d`;
}
