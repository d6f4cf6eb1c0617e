import { WORKSPACE_ROLES, type WorkspaceRole } from "../access/roles.ts";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import type { Sight } from "./sight.ts";

export interface LiveEvent extends Cursor {
  id: string;
  verb: string;
  subjectKind: string;
  subjectId: string;
  projectId: string | null;
  audience: string;
  actorId: string | null;
  data: unknown;
  at: Date;
}

/** Settled events after the cursor, in the one order in which none is ever skipped. */
export async function eventsAfter(
  tx: Tx,
  workspaceId: string,
  cursor: Cursor,
  limit: number,
): Promise<LiveEvent[]> {
  return tx
    .selectFrom("events as e")
    .select(["e.id", "e.position", "e.verb", "e.subjectKind", "e.subjectId", "e.projectId"])
    .select(["e.audience", "e.actorId", "e.data", "e.at", txOfEvent.as("tx")])
    .where("e.workspaceId", "=", workspaceId)
    .where(settled)
    .where(after(cursor))
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}

/** What each of these sessions may notice now; a session that has ended or lost its membership is not in the answer. */
export async function sightsOf(
  tx: Tx,
  workspaceId: string,
  sessionIds: string[],
  now: Date,
): Promise<Map<string, Sight>> {
  const sessions = await tx
    .selectFrom("auth.session as s")
    .innerJoin("members as m", "m.userId", "s.userId")
    .select(["s.id as sessionId", "m.personId", "m.role"])
    .where("s.id", "in", sessionIds)
    .where("s.expiresAt", ">", now)
    .where("m.workspaceId", "=", workspaceId)
    .where("m.status", "=", "active")
    .execute();
  const people = [...new Set(sessions.map(({ personId }) => personId))];
  if (people.length === 0) return new Map();
  const projects = pairs(await projectsOf(tx, workspaceId, people));
  const cards = pairs(await cardsOf(tx, workspaceId, people));
  const none: ReadonlySet<string> = new Set();
  return new Map(
    sessions.flatMap(({ sessionId, personId, role }) => {
      const known: WorkspaceRole | undefined = WORKSPACE_ROLES.find((each) => each === role);
      if (!known) return [];
      const sight = {
        personId,
        role: known,
        projects: projects.get(personId) ?? none,
        cards: cards.get(personId) ?? none,
      };
      return [[sessionId, sight] as const];
    }),
  );
}

interface Pair {
  personId: string;
  thing: string;
}

async function projectsOf(tx: Tx, workspaceId: string, people: string[]): Promise<Pair[]> {
  const member = await tx
    .selectFrom("projectMembers")
    .select(["personId", "projectId as thing"])
    .where("workspaceId", "=", workspaceId)
    .where("personId", "in", people)
    .execute();
  const lead = await tx
    .selectFrom("projects")
    .select(["leadId as personId", "id as thing"])
    .where("workspaceId", "=", workspaceId)
    .where("leadId", "in", people)
    .execute();
  return [...member, ...lead.flatMap(({ personId, thing }) => (personId ? [{ personId, thing }] : []))];
}

/** Only a guest's sight goes by cards. */
async function cardsOf(tx: Tx, workspaceId: string, people: string[]): Promise<Pair[]> {
  return tx
    .selectFrom("cardPeople as c")
    .innerJoin("members as m", (join) =>
      join.onRef("m.workspaceId", "=", "c.workspaceId").onRef("m.personId", "=", "c.personId"),
    )
    .select(["c.personId", "c.cardId as thing"])
    .where("c.workspaceId", "=", workspaceId)
    .where("c.personId", "in", people)
    .where("m.role", "=", "guest")
    .execute();
}

function pairs(rows: Pair[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { personId, thing } of rows) {
    const things = found.get(personId) ?? new Set();
    found.set(personId, things.add(thing));
  }
  return found;
}
