import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import type { Tx } from "../db/database.ts";
import { BEGINNING, type Cursor, horizon } from "../db/event-order.ts";
import { eventsAfter, type Heard } from "./heard.store.ts";
import { countDifferent, FOLDING, remember } from "./remember.ts";
import { allWorkspaces, idsAfter, idsOnCards, KINDS, type Kind } from "./sources.store.ts";
import { forgetWords, knownWords } from "./texts.store.ts";

/** Texts that become words in another way are another reader's: it begins by reading everything. */
const CURSOR = `search ${FOLDING}`;
const BATCH = 200;
const PAGE = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
/** These write much in a project without naming it; any other event names what it wrote. */
const WIDE: readonly string[] = ["project.sampleAdded", "project.plannedFromTemplate"];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const OF_WORKSPACE: readonly Kind[] = ["client", "member", "contact"];

/**
 * What is found follows what is written, by the events. A reader without a place among them (a new version, a restored copy) reads everything
 * once. What an event names is read again as it is now, so nothing depends on what the event says of it.
 */
export async function keepSearch({ database }: Services): Promise<number> {
  const { maintenance } = database;
  const from = await peekCursor(maintenance, CURSOR);
  if (isBeginning(from)) return readEverything({ database });
  const events = await eventsAfter(maintenance, from, BATCH);
  const last = events.at(-1);
  if (!last) return 0;
  // Much at once goes in small steps, and before the place is moved: whoever is interrupted does it again.
  for (const [workspaceId, own] of Map.groupBy(events, (event) => event.workspaceId))
    await readWidely(maintenance, workspaceId, own);
  return maintenance.transaction().execute(async (tx) => {
    const at = await takeCursor(tx, CURSOR);
    if (at.tx !== from.tx || at.position !== from.position) return 0;
    for (const [workspaceId, own] of Map.groupBy(events, (event) => event.workspaceId))
      await follow(tx, workspaceId, own);
    await moveCursor(tx, CURSOR, last);
    return events.length;
  });
}

function isBeginning({ tx, position }: Cursor): boolean {
  return tx === BEGINNING.tx && position === BEGINNING.position;
}

/** The things that are named, and what hangs on them. */
async function follow(tx: Tx, workspaceId: string, events: readonly Heard[]): Promise<void> {
  const named = events.flatMap(({ subjectId, data }) => [
    subjectId,
    ...(JSON.stringify(data).match(UUID) ?? []),
  ]);
  const ids = [...new Set(named)];
  for (const kind of KINDS) await remember(tx, { workspaceId, kind }, ids);
  for (const kind of ["comment", "file"] as const)
    await remember(tx, { workspaceId, kind }, await idsOnCards(tx, workspaceId, kind, ids));
}

/** An import, a template or the sample writes anything in a project, and what becomes of a workspace changes who is in it. */
async function readWidely(db: Tx, workspaceId: string, events: readonly Heard[]): Promise<void> {
  const wide = events.filter(({ verb, subjectKind }) => subjectKind === "import" || WIDE.includes(verb));
  for (const projectId of new Set(wide.flatMap((event) => event.projectId ?? [])))
    for (const kind of KINDS) await readKind(db, { workspaceId, projectId }, kind);
  if (events.some(({ subjectKind }) => subjectKind === "workspace"))
    for (const kind of OF_WORKSPACE) await readKind(db, { workspaceId }, kind);
}

async function readKind(
  db: Tx,
  place: { workspaceId: string; projectId?: string },
  kind: Kind,
): Promise<number> {
  let changed = 0;
  await eachPage(db, place, kind, async (page) => {
    if (page.length === 0) return;
    changed += await alone(db, (tx) => remember(tx, { workspaceId: place.workspaceId, kind }, page));
  });
  return changed;
}

/** Reads all that is written once more, in small steps between which others are heard; answers how much was remembered otherwise. */
export async function readEverything({
  database: { maintenance },
}: Pick<Services, "database">): Promise<number> {
  const until = await horizon(maintenance);
  let changed = 0;
  for (const workspaceId of await allWorkspaces(maintenance)) {
    for (const kind of KINDS) changed += await readKind(maintenance, { workspaceId }, kind);
    await forgetLostWords(maintenance, workspaceId);
  }
  await alone(maintenance, async (tx) => {
    if (isBeginning(await peekCursor(tx, CURSOR))) await moveCursor(tx, CURSOR, until);
  });
  return changed;
}

/** Nobody else remembers meanwhile: a word that one forgets may be the one that another has just read. */
function alone<T>(db: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await takeCursor(tx, CURSOR);
    return work(tx);
  });
}

/** How many things are not found as they are written. */
export async function countUnread(db: Tx): Promise<number> {
  let different = 0;
  for (const workspaceId of await allWorkspaces(db))
    for (const kind of KINDS)
      await eachPage(db, { workspaceId }, kind, async (page) => {
        different += await countDifferent(db, { workspaceId, kind }, page);
      });
  return different;
}

async function eachPage(
  db: Tx,
  place: { workspaceId: string; projectId?: string },
  kind: Kind,
  work: (page: string[]) => Promise<unknown>,
): Promise<void> {
  for (let after = FIRST_ID, full = true; full; ) {
    const page = await idsAfter(db, place, kind, { after, limit: PAGE });
    await work(page);
    after = page.at(-1) ?? after;
    full = page.length === PAGE;
  }
}

async function forgetLostWords(db: Tx, workspaceId: string): Promise<void> {
  for (let after = "", full = true; full; ) {
    const page = await knownWords(db, workspaceId, after, PAGE);
    await alone(db, (tx) => forgetWords(tx, workspaceId, page));
    after = page.at(-1) ?? after;
    full = page.length === PAGE;
  }
}
