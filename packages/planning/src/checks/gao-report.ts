import type { PlanCheck } from "./check-plan.ts";
import type { DcmaId, DcmaReport } from "./dcma-report.ts";
import type { CheckId } from "./finding.ts";

/** The ten practices of a reliable schedule, in the guide's order. */
export type GaoPractice =
  | "all_activities"
  | "sequenced"
  | "resourced"
  | "durations"
  | "traceable"
  | "critical_path"
  | "float"
  | "risk"
  | "updated"
  | "baseline";

export interface GaoHeading {
  readonly practice: GaoPractice;
  readonly checks: readonly DcmaId[];
  /** Rules of the plan check that belong here. */
  readonly rules: readonly CheckId[];
  /** How many findings of these rules there are. */
  readonly findings: number;
  /** Nothing under it fails and no finding asks to be mended or looked at. */
  readonly kept: boolean;
}

const HEADINGS: readonly [GaoPractice, readonly DcmaId[], readonly CheckId[]][] = [
  ["all_activities", [], ["L9", "L10", "L23"]],
  ["sequenced", ["DCMA-1", "DCMA-2", "DCMA-3", "DCMA-4", "DCMA-5"], ["L13"]],
  ["resourced", ["DCMA-10"], ["L7", "L20", "L24", "L25"]],
  ["durations", ["DCMA-8"], ["L8", "L19", "L21", "L22"]],
  ["traceable", [], ["L4", "L5"]],
  ["critical_path", ["DCMA-12", "DCMA-13"], []],
  ["float", ["DCMA-6", "DCMA-7"], ["L15"]],
  ["risk", [], ["L6", "L18"]],
  ["updated", ["DCMA-9", "DCMA-11", "DCMA-14"], ["L12", "L26", "L27"]],
  ["baseline", [], ["L16"]],
];

/**
 * The checks under the ten best practices of the GAO: which of them does the plan keep? A report to read, nothing is blocked by it.
 *
 * Source: U.S. Government Accountability Office, "Schedule Assessment Guide", GAO-16-89G, 2015.
 * @param hasBaseline a promise to measure against has been kept
 * @example gaoReport(checkPlan(plan, today), dcmaReport(plan, today), true)[0]
 * // { practice: "all_activities", checks: [], rules: ["L9", "L10", "L23"], findings: 0, kept: true }
 */
export function gaoReport(check: PlanCheck, dcma: DcmaReport, hasBaseline: boolean): readonly GaoHeading[] {
  const failed = new Set(dcma.checks.filter(({ passed }) => passed === false).map(({ id }) => id));
  return HEADINGS.map(([practice, checks, rules]) => {
    const findings = check.findings.filter(({ id }) => rules.includes(id));
    const quiet = findings.every(({ level }) => level === "info");
    const kept = quiet && checks.every((id) => !failed.has(id)) && (practice !== "baseline" || hasBaseline);
    return { practice, checks, rules, findings: findings.length, kept };
  });
}
