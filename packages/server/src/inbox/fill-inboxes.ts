import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { type EventRow, eventsOf } from "./events.store.ts";
import { aboutOf, type Meant, meaningsOf, type Part, THING_KINDS } from "./happenings.ts";
import { hearersAmong, isContact, peopleWith } from "./hearers.store.ts";
import { renewItem } from "./items.store.ts";
import { meaningOf } from "./reasons.ts";
import { settleItems } from "./settle.store.ts";

const CURSOR = "inbox";
/** Whatever happens to a thing may tell of it, or settle what waits. */
const KINDS = [...THING_KINDS, "comment"];
const BATCH = 200;
/** What is older was read long ago: a worker that begins anew tells nobody of it. */
const RECENT_MS = 7 * 86_400_000;

/** What has happened becomes what waits in people's inboxes: one row a thing and person, however often it is worked on. */
export async function fillInboxes({ database, kit }: Services): Promise<number> {
  const { maintenance } = database;
  if ((await eventsOf(maintenance, KINDS, await peekCursor(maintenance, CURSOR), 1)).length === 0) return 0;
  return maintenance.transaction().execute(async (tx) => {
    const events = await eventsOf(tx, KINDS, await takeCursor(tx, CURSOR), BATCH);
    const last = events.at(-1);
    if (!last) return 0;
    const since = kit.clock.now().getTime() - RECENT_MS;
    for (const event of events.filter(({ at }) => at.getTime() > since))
      for (const meant of meaningsOf(event)) await tell(tx, event, meant);
    const touched = events.flatMap((event) => [event.subjectId, ...aboutOf(event)]);
    await settleItems(tx, [...new Set(touched)], kit.clock.now());
    await moveCursor(tx, CURSOR, last);
    return events.length;
  });
}

async function tell(tx: Tx, event: EventRow, meant: Meant): Promise<void> {
  const { workspaceId, projectId, actorId } = event;
  if (projectId === null) return;
  if (meant.byContact && !(await isContact(tx, workspaceId, actorId))) return;
  const where = { workspaceId, projectId };
  const parts = meant.parts ? await peopleWith(tx, where, meant) : new Map<string, Part>();
  const people = [...(meant.people ?? []), ...parts.keys()].filter((id) => id !== actorId || meant.toActor);
  const { category, personal = false, mail } = meaningOf(meant.reason);
  const heard = await hearersAmong(tx, where, { people, thing: meant.thing, mail: mail?.kind });
  const asker = heard.some(({ personId }) => parts.get(personId) === "asker");
  for (const { personId, muted, refused } of heard) {
    const part = parts.get(personId) ?? null;
    const standsIn = part === "lead" && !meant.parts?.includes("lead");
    if ((muted && !personal) || (standsIn && asker)) continue;
    const isMailed = mail !== undefined && !refused && !(mail.butOwner && part === "owner");
    await renewItem(tx, {
      workspaceId,
      id: newId(),
      personId,
      projectId,
      lastEventId: event.id,
      thingKind: meant.thing.kind,
      thingId: meant.thing.id,
      category,
      reason: meant.reason,
      facts: JSON.stringify({ part, ...(meant.days === undefined ? {} : { days: meant.days }) }),
      lastAt: event.at,
      readAt: null,
      doneAt: null,
      snoozedUntil: null,
      bundledAt: isMailed ? event.at : null,
    });
  }
}
