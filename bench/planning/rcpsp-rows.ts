import { firstSchedule, improve, lowerBound } from "@milepost/planning";
import { timedRow } from "../calibration.ts";
import type { Row } from "../row.ts";
import { scarceProject } from "./rcpsp-project.ts";

const SCHEDULES = 1000;

/** Resource-constrained scheduling; a schedule of the search is one pass with all that the search does around it. */
export function rcpspRows(drawsPerMs: number): Row[] {
  const hundredTwenty = scarceProject(120);
  const thousand = scarceProject(1000);
  const search = improve(hundredTwenty, { seed: 1 });
  const row = (name: string, work: () => unknown, runs: number, per = 1, goal?: string) =>
    timedRow(name, drawsPerMs, work, { runs, per, ...(goal === undefined ? {} : { goal }) });
  return [
    row(
      "a schedule in the search, 120 activities, 4 resources",
      () => search.step(SCHEDULES),
      41,
      SCHEDULES,
      "<= 3,900 draws",
    ),
    row("first schedule of 1,000 activities", () => firstSchedule(thousand), 41),
    row("lower bound of 120 activities", () => lowerBound(hundredTwenty), 41),
  ];
}
