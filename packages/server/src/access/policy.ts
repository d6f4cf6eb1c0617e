import type { Actor, PolicyObject } from "./roles.ts";

/**
 * Who may do what, in one table: docs/decisions/001 shows it for people.
 * `any` = everybody of the workspace who can see the thing, `manager` = owner, admin or the project's lead.
 */
const RULES = {
  "workspace.read": ["owner", "admin", "member", "guest"],
  "workspace.edit": ["owner", "admin"],
  "workspace.own": ["owner"],
  "member.list": ["owner", "admin", "member"],
  "member.invite": ["owner", "admin"],
  "member.change": ["owner", "admin"],
  "group.edit": ["owner", "admin", "member"],
  "profile.edit": ["self"],
  "availability.read": ["self", "owner", "admin", "member"],
  "availability.edit": ["self", "owner", "admin"],
  "client.read": ["owner", "admin", "member"],
  "client.edit": ["owner", "admin"],
  "person.erase": ["owner", "admin"],
  "project.create": ["owner", "admin"],
  "project.read": ["any"],
  "project.edit": ["manager"],
  "project.delete": ["owner", "admin"],
  "trash.use": ["owner", "admin", "member"],
  "trash.restore": ["author", "manager"],
  "plan.edit": ["manager"],
  "plan.work": ["project member"],
  "approval.read": ["owner", "admin", "member"],
  "approval.request": ["manager"],
  "retrospective.read": ["owner", "admin", "member"],
  "money.read": ["money"],
  "money.edit": ["manager"],
  "card.create": ["project member"],
  "card.edit": ["project member", "guest on card"],
  "card.delete": ["project member"],
  "board.edit": ["manager"],
  "time.read": ["owner", "admin", "member", "guest"],
  "time.edit": ["self"],
  "time.compare": ["manager"],
  "time.lock": ["owner", "admin"],
  "view.use": ["owner", "admin", "member"],
  "view.keep": ["owner", "admin", "member", "guest"],
  "view.edit": ["author", "owner", "admin"],
  "procedure.edit": ["owner", "admin", "member"],
  "template.read": ["owner", "admin", "member"],
  "template.edit": ["owner", "admin", "member"],
  "comment.create": ["any"],
  "comment.edit": ["author"],
  "comment.delete": ["author", "manager"],
  "clientThread.write": ["project member"],
  "file.upload": ["any"],
  "file.delete": ["author", "manager"],
  "file.sort": ["project member"],
  "import.run": ["owner", "admin"],
} as const satisfies Record<string, readonly Holder[]>;

type Holder =
  | Actor["role"]
  | "any"
  | "self"
  | "manager"
  | "project member"
  | "guest on card"
  | "author"
  | "money";
export type Action = keyof typeof RULES;

export const ACTIONS: readonly Action[] = Object.keys(RULES).filter((key): key is Action => key in RULES);

/** The one answer to "may they": an unknown role or action holds nothing. */
export function can(actor: Actor, action: Action, object: PolicyObject = {}): boolean {
  const holders: readonly Holder[] = RULES[action] ?? [];
  return holders.some((holder) => holds(actor, holder, object));
}

export function isManager(actor: Actor, object: PolicyObject): boolean {
  return (
    actor.role === "owner" ||
    actor.role === "admin" ||
    (actor.role === "member" && object.project?.role === "lead")
  );
}

function holds(actor: Actor, holder: Holder, object: PolicyObject): boolean {
  switch (holder) {
    case "any":
      return true;
    case "self":
      return object.personId === actor.personId;
    case "manager":
      return isManager(actor, object);
    case "project member":
      return isManager(actor, object) || (actor.role === "member" && object.project?.role != null);
    case "guest on card":
      return actor.role === "guest" && object.onCard === true;
    case "author":
      return object.authorId === actor.personId;
    case "money":
      return isManager(actor, object) || (actor.role !== "guest" && object.project?.seesMoney === true);
    default:
      return actor.role === holder;
  }
}
