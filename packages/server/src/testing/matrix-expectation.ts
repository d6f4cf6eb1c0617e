import { readFileSync } from "node:fs";
import type { Seeded, SeedPerson } from "./seed.ts";

export const COLUMNS = ["owner", "admin", "lead", "member", "guest"] as const;
export type Column = (typeof COLUMNS)[number];
/** `own` = only what is theirs: their own profile or words, a card that carries them, money shown to them. */
export type Cell = "yes" | "own" | "no";
export type RoleTable = ReadonlyMap<string, Readonly<Record<Column, Cell>>>;

const PAGE = new URL("../../../../docs/decisions/001-identity-and-tenancy.md", import.meta.url);
const CELLS: Record<string, Cell> = { yes: "yes", own: "own", "-": "no" };

/** The table of roles and actions as people read it in docs/decisions/001. */
export function roleTable(): RoleTable {
  const lines = readFileSync(PAGE, "utf8").split("\n");
  const rows = lines.flatMap((line) => /^\| `([\w.]+)` \|(.+)\|$/.exec(line)?.slice(1) ?? []);
  const table = new Map<string, Record<Column, Cell>>();
  for (let n = 0; n + 1 < rows.length; n += 2) {
    const cells = (rows[n + 1] ?? "").split("|").map((cell) => CELLS[cell.trim()]);
    const [owner, admin, lead, member, guest] = cells;
    if (!owner || !admin || !lead || !member || !guest)
      throw new Error(`The row ${rows[n]} of decision 001 is not complete.`);
    table.set(rows[n] ?? "", { owner, admin, lead, member, guest });
  }
  return table;
}

export const ACTORS = [
  "owner",
  "admin",
  "lead",
  "member",
  "elsewhere",
  "guest",
  "stranger",
  "removed",
  "anonymous",
  "approver",
  "observer",
  "other client",
] as const;
export type ActorName = (typeof ACTORS)[number];
export const PLACES = ["own", "sibling", "foreign"] as const;
export type PlaceName = (typeof PLACES)[number];

/** People of clients: they have pages of their own, and no part of the API. */
const CONTACTS = ["approver", "observer", "other client"] as const satisfies readonly ActorName[];
export type ContactActors = Record<(typeof CONTACTS)[number], SeedPerson>;

/** Whoever has no session of a member: nobody, somebody who left, and the client's people. */
export const OUTSIDE = ["anonymous", "removed", ...CONTACTS] as const satisfies readonly ActorName[];

export function actorsOf(
  { amara, ada, sam, jo, kim, gil, rex, other }: Seeded,
  contacts: ContactActors,
): Record<ActorName, SeedPerson | null> {
  return {
    ...contacts,
    owner: amara,
    admin: ada,
    lead: sam,
    member: jo,
    elsewhere: kim,
    guest: gil,
    stranger: other.owner,
    removed: rex,
    anonymous: null,
  };
}

/** What an address is about: things of a project, of the workspace, or of the person who asks. */
export type Reach = "project" | "workspace" | "self";

const OF_WORKSPACE = [
  "personId",
  "clientId",
  "contactId",
  "holidayId",
  "daysOffId",
  "workPatternId",
  "allocationId",
  "groupId",
  "procedureId",
  "templateId",
  "invitationId",
  "savedViewId",
];

/** Guests are there for cards: of the plan, and of what others share of it, they see nothing, and 404 says so. */
const OF_PLAN = [
  "adjustmentId",
  "noticeId",
  "messageId",
  "checkInId",
  "answerId",
  "folderId",
  "objectiveId",
  "milestoneId",
  "criterionId",
  "deliverableId",
  "riskId",
  "requestId",
  "changeRequestId",
  "reviewId",
  "savedViewId",
];

function reachOf(path: string): Reach {
  const first = nameIn(path);
  if (first === "id") return path.startsWith("/invitations") ? "workspace" : "self";
  return first && !OF_WORKSPACE.includes(first) ? "project" : "workspace";
}

/** The part that each actor plays in each project; nothing = they cannot see it. */
const PARTS: Record<PlaceName, Partial<Record<ActorName, Column>>> = {
  own: { owner: "owner", admin: "admin", lead: "lead", member: "member", guest: "guest" },
  sibling: { owner: "owner", admin: "admin", elsewhere: "lead" },
  foreign: { stranger: "owner" },
};

const IN_WORKSPACE: Partial<Record<ActorName, Column>> = {
  owner: "owner",
  admin: "admin",
  lead: "member",
  member: "member",
  elsewhere: "member",
  guest: "guest",
};

/** To whom the personal things of a place belong. */
const BELONGS_TO: Record<PlaceName, ActorName> = { own: "member", sibling: "elsewhere", foreign: "stranger" };

function nameIn(path: string): string | undefined {
  return /\{(\w+)\}/.exec(path)?.[1];
}

export interface Question {
  action: string;
  path: string;
  actor: ActorName;
  place: PlaceName;
}

export type Expected = 401 | 403 | 404 | "allowed";

export function expected(table: RoleTable, { action, path, actor, place }: Question): Expected {
  if (OUTSIDE.some((outside) => outside === actor)) return 401;
  if (nameIn(path) === "inboxItemId") return BELONGS_TO[place] === actor ? "allowed" : 404;
  const reach = reachOf(path);
  if (actor === "guest" && OF_PLAN.includes(nameIn(path) ?? "")) return 404;
  const column = partOf(reach, actor, place, path.includes("{"));
  if (!column) return 404;
  const cell = table.get(action)?.[column] ?? "no";
  if (cell === "yes") return "allowed";
  return cell === "own" && owns(reach, actor, place, path) ? "allowed" : 403;
}

function partOf(reach: Reach, actor: ActorName, place: PlaceName, named: boolean): Column | undefined {
  if (reach === "project") return PARTS[place][actor];
  if (actor === "stranger") return place === "foreign" || !named || reach === "self" ? "owner" : undefined;
  return named && reach === "workspace" && place === "foreign" ? undefined : IN_WORKSPACE[actor];
}

function owns(reach: Reach, actor: ActorName, place: PlaceName, path: string): boolean {
  if (reach === "self" || !path.includes("{")) return true;
  if (actor === "guest") return place === "own" && /\{(cardId|itemId)\}/.test(path);
  return BELONGS_TO[place] === actor;
}
