import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { invalid } from "../kit/errors.ts";
import { type AskedWord, askedRef, askedWords, tiersOf } from "./asked.ts";
import { type Found, findNumbered, findTexts, type Within, wordsSpelt } from "./find.store.ts";
import { type HitRow, hitRows } from "./hits.store.ts";
import { excerpt, marked } from "./marks.ts";
import type { SearchHitView } from "./search.view.ts";
import { type SeenProject, seenProjects } from "./sight.store.ts";
import { KINDS, type Kind } from "./sources.store.ts";
import { isNear, spellingsOf } from "./spellings.ts";

export interface Search {
  q: string;
  kinds: readonly Kind[];
  projectId: string | undefined;
  archived: boolean;
  cursor: string | undefined;
  limit: number;
}

interface Place {
  tier: number;
  rank: number;
  id: string;
}

const START: Place = { tier: 0, rank: -1, id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
/** With so many that were written so, nobody needs those that were written nearly so. */
const ENOUGH = 5;
const MOST_MEANT = 40;
const SHORTEST_SLIP = 3;
const OF_GUESTS: readonly Kind[] = ["project", "card", "file", "comment"];

/** What was written with these words, the likeliest first, as far as whoever asks may see it. */
export async function search(
  scope: Scope,
  wish: Search,
): Promise<{ items: SearchHitView[]; nextCursor: string | null }> {
  const seen = await seenProjects(scope);
  const projects = seen.filter(
    ({ id, archived }) =>
      (wish.archived || !archived) && (wish.projectId === undefined || id === wish.projectId),
  );
  const within = {
    kinds: searchable(scope, wish),
    projectIds: projects.map(({ id }) => id),
    archived: wish.archived,
  };
  const asked = await withSlips(scope, askedWords(wish.q));
  const { found, next } = await findThrough(scope, asked, within, wish);
  const byRef = wish.cursor === undefined ? await numbered(scope, wish.q, projects, within) : undefined;
  const wanted = byRef ? [byRef, ...found.filter(({ thingId }) => thingId !== byRef.thingId)] : found;
  return { items: await present(scope, wanted, projects, asked), nextCursor: next };
}

/** Kinds that this person may list elsewhere. */
function searchable({ actor }: Scope, { kinds, projectId }: Search): Kind[] {
  return (kinds.length > 0 ? kinds : KINDS).filter((kind) => {
    if (actor.role === "guest") return OF_GUESTS.includes(kind);
    if (projectId !== undefined && ["client", "member", "contact"].includes(kind)) return false;
    if (kind === "member") return can(actor, "member.list");
    if (kind === "client" || kind === "contact") return can(actor, "client.read");
    return kind !== "decision" || can(actor, "approval.read");
  });
}

async function withSlips({ tx, actor }: Scope, words: readonly string[][]): Promise<AskedWord[]> {
  const typed = words.flat().filter((form) => form.length >= SHORTEST_SLIP && /^\p{L}+$/u.test(form));
  if (typed.length === 0) return words.map((forms) => ({ forms, meant: [] }));
  const known = await wordsSpelt(tx, actor.workspaceId, [...new Set(typed.flatMap(spellingsOf))]);
  return words.map((forms) => ({
    forms,
    meant: known
      .filter((word) =>
        forms.some((form) => typed.includes(form) && !word.startsWith(form) && isNear(form, word)),
      )
      .slice(0, MOST_MEANT),
  }));
}

async function findThrough(
  scope: Scope,
  asked: readonly AskedWord[],
  within: Within,
  { cursor, limit }: Search,
): Promise<{ found: Found[]; next: string | null }> {
  const from = cursor === undefined ? START : placeOf(cursor);
  const tiers = asked.length === 0 ? [] : tiersOf(asked);
  const found: (Found & { tier: number })[] = [];
  for (const [tier, { query, forgiving }] of tiers.entries()) {
    if (tier < from.tier || found.length > limit) continue;
    if (forgiving && (found.length >= ENOUGH || (from !== START && !tiers[from.tier]?.forgiving))) break;
    const { rank, id } = tier === from.tier ? from : START;
    const rows = await findTexts(scope, query, within, { rank, id, limit: limit + 1 - found.length });
    found.push(...rows.map((row) => ({ ...row, tier })));
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { found: found.slice(0, limit), next: last ? `${last.tier}.${last.rank}.${last.thingId}` : null };
}

function placeOf(cursor: string): Place {
  const match = /^([0-4])\.(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[3])
    throw invalid([{ path: "cursor", message: "This is no place in an answer of this search." }]);
  return { tier: Number(match[1]), rank: Number(match[2]), id: match[3] };
}

async function numbered(
  scope: Scope,
  q: string,
  projects: readonly SeenProject[],
  { kinds }: Within,
): Promise<Found | undefined> {
  const ref = askedRef(q);
  const project = projects.find(({ key }) => key === ref?.key);
  if (!ref || !project || !kinds.includes(ref.kind)) return undefined;
  const thingId = await findNumbered(scope, ref.kind, project.id, ref.number);
  return thingId === undefined ? undefined : { kind: ref.kind, thingId, rank: 0 };
}

async function present(
  scope: Scope,
  found: readonly Found[],
  projects: readonly SeenProject[],
  asked: readonly AskedWord[],
): Promise<SearchHitView[]> {
  const rows = new Map<string, HitRow>();
  const ids = projects.map(({ id }) => id);
  for (const [kind, things] of Map.groupBy(found, (one) => one.kind)) {
    const wanted = things.map(({ thingId }) => thingId);
    for (const row of await hitRows(scope, kind, wanted, ids)) rows.set(`${kind} ${row.id}`, row);
  }
  const byId = new Map(projects.map((project) => [project.id, project]));
  return found.flatMap(({ kind, thingId }) => {
    const row = rows.get(`${kind} ${thingId}`);
    return row ? [hitOf(kind, row, byId.get(row.projectId ?? ""), asked)] : [];
  });
}

function hitOf(
  kind: Kind,
  row: HitRow,
  project: SeenProject | undefined,
  asked: readonly AskedWord[],
): SearchHitView {
  const { subjectKind, subjectId, subjectNumber, subjectTitle, title, body, number, at, archived, ...rest } =
    row;
  const ref = (of: string, n: number | null) =>
    project && n !== null && (of === "card" || of === "milestone")
      ? `${project.key}-${of === "milestone" ? "M" : ""}${n}`
      : null;
  const piece = body.trim() === "" ? null : excerpt(body, asked);
  return {
    kind,
    id: rest.id,
    ref: ref(kind, number),
    project: project ? { id: project.id, key: project.key, name: project.name } : null,
    title: marked(title, asked),
    excerpt: piece,
    state: rest.state,
    onDate: rest.onDate,
    at: at.toISOString(),
    archived: archived || (project?.archived ?? false),
    byName: rest.byName,
    subject:
      subjectKind && subjectId
        ? { kind: subjectKind, id: subjectId, ref: ref(subjectKind, subjectNumber), title: subjectTitle }
        : null,
  };
}
