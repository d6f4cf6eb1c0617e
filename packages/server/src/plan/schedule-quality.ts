import { type DcmaCheck, dcmaReport, gaoReport, type Subject } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { readBaseline } from "./baseline.ts";
import { checkOf } from "./plan-check.ts";
import { readPlan, type WholePlan } from "./read-plan.ts";
import type { QualityPointView, ScheduleQualityView } from "./schedule-quality.view.ts";

/** How well made the schedule is; a guest, who cannot mend it, is told nothing. */
export async function readScheduleQuality(
  scope: Scope,
  project: ProjectAccess,
): Promise<ScheduleQualityView> {
  if (scope.actor.role === "guest") return { tasks: 0, small: true, headings: [] };
  const whole = await readPlan(scope, project.id);
  const { chosen, milestones } = await readBaseline(scope, project.id, undefined);
  const promised = [...milestones.values()].map(({ id, startOn, targetOn }) => ({
    id,
    startOn,
    targetOn,
    effort: 0,
    price: null,
  }));
  const baseline = chosen === null ? null : { milestones: promised };
  const dcma = dcmaReport(whole.plan, whole.work.today, {}, baseline);
  const nameOf = namesOf(whole, project.key);
  const points = new Map(dcma.checks.map((check) => [check.id, presentPoint(check, nameOf)]));
  const headings = gaoReport(checkOf(whole), dcma, baseline !== null);
  return {
    tasks: dcma.tasks,
    small: dcma.small,
    headings: headings.map(({ practice, kept, findings, checks }) => ({
      practice,
      kept,
      findings,
      points: checks.flatMap((id) => points.get(id) ?? []),
    })),
  };
}

type Named = QualityPointView["items"][number];

function presentPoint(
  { id, value, of, passed, why, limit, items }: DcmaCheck,
  nameOf: (subject: Subject) => Named,
): QualityPointView {
  return {
    id,
    value,
    of,
    passed,
    why,
    limit:
      limit.kind === "most"
        ? { kind: "most", amount: limit.most, percent: limit.percent }
        : { kind: "least", amount: limit.least, percent: null },
    items: items.map(nameOf),
  };
}

function namesOf({ rows, plan }: WholePlan, key: string): (subject: Subject) => Named {
  const names = new Map<string, Pick<Named, "name" | "ref">>();
  for (const { id, number, title } of rows.milestones)
    names.set(id, { name: `M${number} ${title}`, ref: `${key}-M${number}` });
  for (const { id, number, title } of rows.cards)
    names.set(id, { name: `${key}-${number} ${title}`, ref: `${key}-${number}` });
  const ends = new Map(plan.links.map(({ id, from, to }) => [id, [from, to]]));
  return ({ kind, id }) => {
    const own = names.get(id);
    if (own) return { kind, id, ...own };
    const [from, to] = (ends.get(id) ?? []).map((end) => names.get(end)?.name ?? "");
    return { kind, id, name: from === undefined ? "" : `${from} → ${to}`, ref: null };
  };
}
