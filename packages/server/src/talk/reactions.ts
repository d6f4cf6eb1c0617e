import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { insertReaction, type ReactedTo, removeReaction } from "./reactions.store.ts";

interface ReactedThing {
  kind: ReactedTo;
  id: string;
  projectId: string;
  cardId?: string | null;
  audience: string;
}

/** Shows or takes back one word; twice is once. It is news for whoever looks, and for nobody's inbox or mail. */
export async function react(scope: Scope, thing: ReactedThing, word: string, on: boolean): Promise<void> {
  const { kind, id, projectId, cardId = null, audience } = thing;
  const changed = await (on ? insertReaction : removeReaction)(scope, kind, id, word);
  if (!changed) return;
  await record(scope, {
    verb: on ? `${kind}.reacted` : `${kind}.reactionTaken`,
    subject: { kind, id },
    projectId,
    audience: audience === "client" ? "client" : "team",
    data: { word, ...(cardId ? { cardId } : {}) },
  });
}
