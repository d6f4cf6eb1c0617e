import { isOpenCard } from "../care.ts";
import type { Levelled } from "../levelling/level-work.ts";
import { askedFor, requestsOf, usualAnswer } from "../levelling/milestone-time.ts";
import { remainingOf, usualEffort, workingTimeOf } from "../levelling/remaining-work.ts";
import { weekMinutes } from "../levelling/week-minutes.ts";
import { isOpenMilestone, type Plan, type PlanCard, type PlanMilestone } from "../plan.ts";
import type { ForecastDriver, ForecastInput } from "./plan-forecast.ts";
import { growthDraws } from "./plan-growth.ts";
import { riskDelays } from "./plan-risks.ts";
import { type PlanStreams, planStreams } from "./plan-streams.ts";
import { type Draw, drawAt, PlanTables } from "./plan-tables.ts";

/** Something that varies from sample to sample, and the nodes through which it moves dates. */
export interface Factor {
  readonly kind: ForecastDriver["kind"];
  readonly id: string;
  readonly values: Float64Array;
  readonly nodes: readonly number[];
  /** Of a card: minutes of work that its doer gets done on a day of the calendar, on average. */
  readonly minutesADay?: number;
}

export interface PlanDraws {
  /** By node, its lengths in units, one per sample; `null` for what takes no time. */
  readonly lengths: readonly (Float64Array | null)[];
  readonly factors: readonly Factor[];
}

/** How much of a person's luck is the same for all their cards: of ten cards two share it. */
const SHARED = 0.2;

/** Draws how long everything takes, in as many futures as are asked for. */
export function drawPlan(input: ForecastInput, levelled: Levelled): PlanDraws {
  const lengths: (Float64Array | null)[] = levelled.network.nodes.map(() => null);
  const factors: Factor[] = [];
  const tables = new PlanTables(input.history);
  const streams = planStreams(input.seed, input.samples);
  const growth = growthDraws(input, streams);
  const luckOf = sharedLuck(streams);
  const usual = usualEffort(levelled.plan, levelled.options.unestimated);
  for (const card of levelled.plan.cards) {
    if (!isOpenCard(card)) continue;
    const nodes = levelled.network.items.get(card.id)?.starts ?? [];
    const doer = nodes.length === 1 ? (levelled.network.nodes[nodes[0] ?? 0]?.personId ?? null) : null;
    const draw = tables.effortOf(card, doer, usual);
    const values = effortDraws(card, draw, streams.shares("card", card.id), luckOf(doer), growth);
    const minutesADay = paceOf(input.plan, doer);
    factors.push({ kind: "card", id: card.id, values, nodes, minutesADay });
    for (const node of nodes) lengths[node] = partLengths(levelled, node, values, nodes.length);
  }
  for (const milestone of levelled.plan.milestones) {
    if (isOpenMilestone(milestone)) addAnswer(streams, levelled, tables, milestone, lengths, factors);
  }
  addRequests(streams, levelled, tables, lengths, factors);
  factors.push(...riskDelays(streams, levelled, lengths), ...personFactors(input, levelled, lengths));
  if (growth !== null) {
    factors.push({
      kind: "scope",
      id: "",
      values: growth,
      nodes: factors.flatMap((f) => (f.kind === "card" ? f.nodes : [])),
    });
  }
  return { lengths, factors };
}

/** Somebody's week in this project, spread over its seven days; of nobody or several, the project's week. */
function paceOf({ people, calendar }: Plan, personId: string | null): number {
  const person = people.find(({ id }) => id === personId);
  return (weekMinutes(person?.calendar ?? calendar) * (person?.percent ?? 100)) / 700;
}

/** The luck that all cards of one person share. */
function sharedLuck(streams: PlanStreams): (personId: string | null) => Float64Array {
  const known = new Map<string, Float64Array>();
  return (personId) => {
    const id = personId ?? "";
    const luck = known.get(id) ?? streams.shares("person", id);
    known.set(id, luck);
    return luck;
  };
}

/** Minutes of effort that are left: one draw each, of ten cards two take the luck of their person instead of their own. */
function effortDraws(
  card: PlanCard,
  draw: Draw,
  shares: Float64Array,
  luck: Float64Array,
  growth: Float64Array | null,
): Float64Array {
  const values = new Float64Array(shares.length);
  for (let i = 0; i < shares.length; i++) {
    const own = shares[i] ?? 0;
    const u = own < SHARED ? (luck[i] ?? 0) : (own - SHARED) / (1 - SHARED);
    const minutes = growth === null ? drawAt(draw, u) : drawAt(draw, u) * (1 + (growth[i] ?? 0));
    values[i] = Math.max(1, remainingOf(card, Math.floor(minutes + 0.5)));
  }
  return values;
}

/** Who has all of a card to do and all the time for it takes the minutes as they are. */
function partLengths(
  { network }: Levelled,
  node: number,
  minutes: Float64Array,
  parts: number,
): Float64Array | null {
  const { percent = 100, length = 0 } = network.nodes[node] ?? {};
  if (length === 0) return null;
  if (percent === 100 && parts === 1) return minutes;
  return minutes.map((value) => workingTimeOf(Math.ceil(value / parts), percent));
}

function addAnswer(
  streams: PlanStreams,
  { network, axes, plan, options }: Levelled,
  tables: PlanTables,
  { id, signOffDays }: PlanMilestone,
  lengths: (Float64Array | null)[],
  factors: Factor[],
): void {
  const node = network.items.get(id)?.finishes[0] ?? -1;
  if ((network.nodes[node]?.length ?? 0) === 0) return;
  const table = tables.answerOf(signOffDays, plan.client?.answerDays ?? options.answerDays);
  const shares = streams.shares("client", id);
  const values = new Float64Array(shares.length);
  for (let i = 0; i < shares.length; i++)
    values[i] = Math.round(table.at(shares[i] ?? 0) * axes.client.minutesPerDay);
  lengths[node] = values;
  factors.push({ kind: "client", id, values, nodes: [node] });
}

/** What the client has been asked for, given how long that is ago. */
function addRequests(
  streams: PlanStreams,
  { network, axes, plan, options, today }: Levelled,
  tables: PlanTables,
  lengths: (Float64Array | null)[],
  factors: Factor[],
): void {
  const items = new Map(requestsOf(plan).map((item) => [item.id, item]));
  const usual = usualAnswer(plan, options);
  for (const [node, { kind, itemId }] of network.nodes.entries()) {
    const item = kind === "request" ? items.get(itemId) : undefined;
    if (item === undefined) continue;
    const days = tables.answerLeft(usual, askedFor(axes.client, item.askedOn, today));
    const values = streams
      .shares("request", item.id)
      .map((u) => Math.max(1, Math.round(days(u) * axes.client.minutesPerDay)));
    lengths[node] = values;
    factors.push({ kind: "request", id: item.id, values, nodes: [node] });
  }
}

/** How much a person has to do in all: what the dates of everything on their desk hang on. */
function personFactors(
  { samples }: ForecastInput,
  { network, schedule }: Levelled,
  lengths: readonly (Float64Array | null)[],
): Factor[] {
  return schedule.chains.flatMap((nodes, person): Factor[] => {
    const rows = nodes.flatMap((node) => lengths[node] ?? []);
    if (rows.length < 2) return [];
    const values = new Float64Array(samples);
    for (const row of rows) for (let i = 0; i < samples; i++) values[i] = (values[i] ?? 0) + (row[i] ?? 0);
    return [{ kind: "person", id: network.personIds[person] ?? "", values, nodes }];
  });
}
