import type { WorkspaceRole } from "../access/roles.ts";

/** What one person may notice at this moment. */
export interface Sight {
  personId: string;
  role: WorkspaceRole;
  projects: ReadonlySet<string>;
  /** Only for guests: the cards that carry them. */
  cards: ReadonlySet<string>;
}

export interface Noticeable {
  subjectKind: string;
  subjectId: string;
  projectId: string | null;
  audience: string;
  actorId: string | null;
  data: unknown;
}

const WORKSPACE_KINDS = ["workspace", "client"];

/** The same answer as `visibleEvents` gives in SQL, for one event that is about to leave. */
export function notices(sight: Sight, event: Noticeable): boolean {
  const { role, personId } = sight;
  if (role === "owner" || role === "admin") return true;
  if (event.subjectKind === "person" && event.subjectId === personId) return true;
  if (event.projectId === null) return role === "member" && WORKSPACE_KINDS.includes(event.subjectKind);
  if (!sight.projects.has(event.projectId)) return false;
  if (role === "member") return true;
  const card = cardOf(event);
  return event.audience === "team" && card !== null && sight.cards.has(card);
}

/** Parts of a card (items, comments, files) say in their facts which card they belong to. */
function cardOf({ subjectKind, subjectId, data }: Noticeable): string | null {
  if (subjectKind === "card") return subjectId;
  const { cardId } = { ...(data as { cardId?: unknown } | null) };
  return typeof cardId === "string" ? cardId : null;
}
