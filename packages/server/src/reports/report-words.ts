import { healthText } from "../client-home/glyph.page.tsx";
import { SENTENCES } from "../client-home/health-words.ts";
import type { Say } from "../words/say.ts";
import { type RoadRow, roadOf } from "./report-road.ts";
import type { ReportedMilestoneView, ReportSnapshotView } from "./report-snapshot.view.ts";

export interface ReportSection {
  heading: string;
  lines: string[];
}

/** What a report says in one language: page, paper and mail are made of this alone, so they say the same. */
export interface ReportText {
  title: string;
  dated: string;
  /** That the plan it rests on is old, where it is. */
  age: string;
  word: ReportSnapshotView["health"]["word"];
  state: string;
  /** The bottom line, in two sentences. */
  headline: string;
  standing: string;
  road: { heading: string; head: RoadHead; rows: RoadRow[]; today: number; more: string };
  sections: ReportSection[];
  table: { heading: string; head: string[]; rows: string[][] };
}

export interface RoadHead {
  milestone: string;
  /** Null while nothing was agreed, and where forecasts are not shown. */
  baseline: string | null;
  date: string;
  expected: string | null;
  today: string;
}

export interface Told {
  say: Say;
  snapshot: ReportSnapshotView;
  names: ReadonlyMap<string, string>;
}

/** So many stones stand on the first page; the table has all of them. */
const ON_ROAD = 12;
const BEHIND = 2;

export function reportText(told: Told): ReportText {
  const { say, snapshot } = told;
  const { project, health, onDate } = snapshot;
  return {
    title: say("Status report: {project}", { project: project.name }),
    dated: dated(told),
    age: snapshot.publication.isOld
      ? say("The plan behind it is {days} days old: what has happened since then may be missing.", {
          days: snapshot.publication.days,
        })
      : "",
    word: health.word,
    state: healthText(say, health.word),
    headline: headline(told),
    standing: standing(told),
    road: road(told),
    sections: [needs(told), changes(told), ...money(told), ...risks(told)],
    table: table(told),
  };
  function dated({ snapshot: { publication, baseline } }: Told): string {
    const parts = [
      say("As of {day}", { day: dayOf(told, onDate) }),
      say("Plan {n}, published {day}", { n: publication.n, day: dayOf(told, publication.on) }),
      baseline?.approved ? say("measured against version {n}, as approved", { n: baseline.n }) : null,
      baseline && !baseline.approved ? say("measured against version {n}", { n: baseline.n }) : null,
    ];
    return parts.filter((part) => part !== null).join(" · ");
  }
}

function dayOf({ say, snapshot }: Told, on: string): string {
  return say.day(on, snapshot.onDate);
}

function headline(told: Told): string {
  const { say, snapshot } = told;
  const next = snapshot.milestones.find(({ id }) => id === snapshot.nextId);
  if (next?.targetOn)
    return say("On the road to {milestone}, {day}.", {
      milestone: next.title,
      day: dayOf(told, next.targetOn),
    });
  const { milestones, project } = snapshot;
  return milestones.length > 0 && milestones.every(({ isReached }) => isReached)
    ? say("{project} has reached its last milestone.", { project: project.name })
    : project.name;
}

function standing({ say, snapshot }: Told): string {
  const { health, nextId, milestones } = snapshot;
  const about = milestones.find(({ id }) => id === health.milestoneId);
  const sentence = say(SENTENCES[health.sentence]);
  const reached = say("{n} of {m, plural, one {# milestone} other {# milestones}} reached.", {
    n: milestones.filter(({ isReached }) => isReached).length,
    m: milestones.length,
  });
  const named = about && about.id !== nextId ? `${about.title}: ${sentence}` : sentence;
  return `${named} ${reached}`;
}

function road(told: Told): ReportText["road"] {
  const { say, snapshot } = told;
  const { milestones, baseline } = snapshot;
  const passed = milestones.filter(({ isReached }) => isReached).length;
  const from = Math.max(0, Math.min(passed - BEHIND, milestones.length - ON_ROAD));
  const shown = milestones.slice(from, from + ON_ROAD);
  const left = milestones.length - shown.length;
  const { rows, today } = roadOf(shown, snapshot.onDate, (one) => ({
    ...datesOf(told, one),
    state: healthText(say, one.word),
  }));
  return {
    heading: say("The road"),
    head: {
      milestone: say("Milestone"),
      baseline: baseline ? agreedWord(told) : null,
      date: say("Date"),
      expected: shown.some(({ expectedByOn }) => expectedByOn !== null) ? say("Expected by") : null,
      today: say("Today, {day}", { day: dayOf(told, snapshot.onDate) }),
    },
    rows,
    today,
    more:
      left > 0
        ? say("{n, plural, one {# more milestone is} other {# more milestones are}} in the table.", {
            n: left,
          })
        : "",
  };
}

function agreedWord({ say, snapshot }: Told): string {
  return snapshot.baseline?.approved ? say("Agreed") : say("First plan");
}

function datesOf(told: Told, { isReached, reachedOn, ...milestone }: ReportedMilestoneView) {
  const { say } = told;
  const text = (on: string | null) => (on === null ? "" : dayOf(told, on));
  const reached = reachedOn === null ? say("Reached") : say("Reached {day}", { day: text(reachedOn) });
  return {
    baseline: text(milestone.baselineOn),
    date: isReached ? reached : text(milestone.targetOn) || say("No date yet"),
    expected: isReached ? "" : text(milestone.expectedByOn),
  };
}

function needs(told: Told): ReportSection {
  const { say, snapshot, names } = told;
  const lines = snapshot.needs.map(({ title, dueOn, personIds }) => {
    const who = personIds.flatMap((id) => names.get(id) ?? []).join(", ");
    const due = dueOn ? say("By {day}.", { day: dayOf(told, dueOn) }) : "";
    const waits = who ? say("Waiting for {name}.", { name: who }) : "";
    return [`${title}:`, waits, due]
      .filter((part) => part !== "")
      .join(" ")
      .replace(/:$/, "");
  });
  const none = say("Nothing is needed from you at the moment.");
  return { heading: say("Needed from you"), lines: lines.length > 0 ? lines : [none] };
}

function changes(told: Told): ReportSection {
  const { say, snapshot } = told;
  const lines = snapshot.changes.flatMap(({ text, moved }) => {
    const said = text.split("\n").map((line) => line.trim().replace(/^[-*]\s+/, ""));
    // The words that are offered to whoever publishes name the dates themselves.
    const dates = text.includes("→") ? [] : moved.map((one) => movedText(told, one));
    return [...said, ...dates].filter((line) => line !== "");
  });
  const { since } = snapshot;
  const none = since
    ? say("Nothing has changed since the report of {day}.", { day: dayOf(told, since) })
    : say("Nothing has changed since the plan was published.");
  return { heading: say("What changed"), lines: lines.length > 0 ? [...new Set(lines)] : [none] };
}

function movedText(
  told: Told,
  { number, title, from, to }: ReportSnapshotView["changes"][number]["moved"][number],
): string {
  const { say } = told;
  const text = (on: string | null) => (on === null ? say("No date yet") : dayOf(told, on));
  return say("{milestone}: {from} → {to}.", {
    milestone: `M${number} ${title}`,
    from: text(from),
    to: text(to),
  });
}

function money({ say, snapshot: { money: found, project } }: Told): ReportSection[] {
  if (!found) return [];
  const amount = (minor: number) => say.money(minor, project.currency);
  const { total, reached, paid, next } = found;
  const parts = [
    say("{reached} of {total} reached.", { reached: amount(reached), total: amount(total) }),
    paid > 0 ? say("{paid} paid.", { paid: amount(paid) }) : "",
    next ? say("Next: {price} with {milestone}.", { price: amount(next.minor), milestone: next.title }) : "",
  ];
  return [{ heading: say("Payments"), lines: [parts.filter((part) => part !== "").join(" ")] }];
}

function risks({ say, snapshot, names }: Told): ReportSection[] {
  if (snapshot.risks.length === 0) return [];
  const lines = snapshot.risks.map(({ title, response, ownerId }) => {
    const owner = names.get(ownerId ?? "");
    const parts = [
      `${title}.`.replace(/([.!?])\.$/, "$1"),
      response ? say("What we do: {response}", { response }) : "",
      owner ? `(${owner})` : "",
    ];
    return parts.filter((part) => part !== "").join(" ");
  });
  return [{ heading: say("What could move it"), lines }];
}

function table(told: Told): ReportText["table"] {
  const { say, snapshot, names } = told;
  const { milestones, baseline, project } = snapshot;
  const expects = milestones.some(({ expectedByOn }) => expectedByOn !== null);
  const priced = milestones.some(({ priceMinor }) => priceMinor !== null && priceMinor > 0);
  const owner = ({ ownerId }: ReportedMilestoneView) => names.get(ownerId ?? "") ?? "";
  const owned = milestones.some((one) => owner(one) !== "");
  const price = ({ priceMinor, paidOn }: ReportedMilestoneView) => {
    if (!priceMinor) return "";
    const amount = say.money(priceMinor, project.currency);
    return paidOn ? `${amount}, ${say("paid {day}", { day: dayOf(told, paidOn) })}` : amount;
  };
  const columns: { head: string; cell: (one: ReportedMilestoneView) => string }[] = [
    { head: say("Milestone"), cell: ({ number, title }) => `M${number} ${title}` },
    ...(baseline
      ? [{ head: agreedWord(told), cell: (one: ReportedMilestoneView) => datesOf(told, one).baseline }]
      : []),
    { head: say("Date"), cell: (one) => datesOf(told, one).date },
    ...(expects
      ? [{ head: say("Expected by"), cell: (one: ReportedMilestoneView) => datesOf(told, one).expected }]
      : []),
    { head: say("State"), cell: ({ word }) => healthText(say, word) },
    ...(owned ? [{ head: say("Responsible"), cell: owner }] : []),
    ...(priced ? [{ head: say("Payment"), cell: price }] : []),
  ];
  return {
    heading: say("All milestones"),
    head: columns.map(({ head }) => head),
    rows: milestones.map((one) => columns.map(({ cell }) => cell(one))),
  };
}
