import {
  adaptTemplate,
  type Template,
  type TemplateMilestone,
  type TemplateRole,
  templateLength,
} from "@milepost/planning";

/** The parts of a template that a change touches, as they are after it. */
export type Change = Partial<Template>;

/** Several milestones after all others, one after the other, each as long as a week. */
export function withNewMilestones(plan: Template, titles: readonly string[], daysPerWeek: number): Change {
  const last = inOrder(plan.milestones).at(-1);
  let before = last?.key;
  const milestones = [...plan.milestones];
  const links = [...plan.links];
  for (const title of titles) {
    const startDay = templateLength({ milestones, objectives: [] });
    const targetDay = startDay + Math.max(1, daysPerWeek) - 1;
    const key = freeKey("milestone", milestones);
    milestones.push({ ...BLANK, key, title, startDay, targetDay });
    if (before !== undefined) links.push({ from: before, to: key, kind: "FS", lagDays: 0 });
    before = key;
  }
  return { milestones, links };
}

const BLANK = {
  outcome: "",
  why: "",
  clientPart: "",
  ownerRole: null,
  approverRole: null,
  objectiveKeys: [],
  criteria: [],
  deliverables: [],
  activities: [],
} satisfies Partial<TemplateMilestone>;

/** Without one milestone: the plan closes up behind it. */
export function withoutMilestone(plan: Template, key: string): Change {
  const kept = plan.milestones.filter((each) => each.key !== key).map((each) => ({ key: each.key }));
  return partsOf(adaptTemplate(plan, kept));
}

export interface Window {
  startDay: number | null;
  targetDay: number | null;
}

/**
 * A window that only gets longer or shorter moves what begins after it by as much; one that begins on another day moves
 * alone.
 */
export function withWindow(plan: Template, key: string, next: Window): Change {
  const before = plan.milestones.find((each) => each.key === key);
  const sameStart = before?.startDay === next.startDay && before?.targetDay !== null;
  if (sameStart && next.startDay !== null && next.targetDay !== null) {
    const days = next.targetDay - next.startDay + 1;
    const choices = plan.milestones.map((each) => (each.key === key ? { key, days } : { key: each.key }));
    return partsOf(adaptTemplate(plan, choices));
  }
  return {
    milestones: inOrder(plan.milestones.map((each) => (each.key === key ? { ...each, ...next } : each))),
  };
}

/** `key` waits for exactly these; what was said of a wait that stays is kept. */
export function withWaits(plan: Template, key: string, before: readonly string[]): Change {
  const kept = plan.links.filter(({ from, to }) => to !== key || before.includes(from));
  const known = kept.filter(({ to }) => to === key).map(({ from }) => from);
  const added = before
    .filter((from) => !known.includes(from))
    .map((from) => ({ from, to: key, kind: "FS" as const, lagDays: 0 }));
  return { links: [...kept, ...added] };
}

/** What a role did that is gone, nobody does; only the client's people approve and are asked. */
export function withRoles(plan: Template, roles: readonly TemplateRole[]): Change {
  const there = (key: string | null) => (roles.some((role) => role.key === key) ? key : null);
  const ofClient = (key: string | null) =>
    roles.some((role) => role.key === key && role.side === "client") ? key : null;
  const milestones = plan.milestones.map((each) => ({
    ...each,
    ownerRole: there(each.ownerRole),
    approverRole: ofClient(each.approverRole),
    activities: each.activities.map((activity) => ({ ...activity, roleKey: there(activity.roleKey) })),
    ...(each.requests && {
      requests: each.requests.map((request) => ({ ...request, roleKey: ofClient(request.roleKey) })),
    }),
  }));
  return { roles, milestones };
}

export function freeKey(word: string, taken: readonly { key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  for (let n = taken.length + 1; ; n++) if (!keys.has(`${word}-${n}`)) return `${word}-${n}`;
}

/** By their days; those without one come last. */
function inOrder(milestones: readonly TemplateMilestone[]): TemplateMilestone[] {
  const end = ({ targetDay, startDay }: Window) => targetDay ?? startDay ?? Number.POSITIVE_INFINITY;
  const start = ({ startDay, targetDay }: Window) => startDay ?? targetDay ?? Number.POSITIVE_INFINITY;
  const apart = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);
  return milestones.toSorted((one, other) => apart(end(one), end(other)) || apart(start(one), start(other)));
}

function partsOf({ milestones, objectives, links, fixedDate }: Template): Change {
  return { milestones: inOrder(milestones), objectives, links, fixedDate };
}
