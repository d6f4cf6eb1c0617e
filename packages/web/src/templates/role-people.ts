import type { Template, TemplateRole } from "@milepost/planning";
import type { Shape } from "../lib/api.ts";
import { counted } from "../lib/counted.ts";
import type { TemplateWish } from "./template-wish.ts";

export interface Person {
  id: string;
  name: string;
  /** What they do here, such as "Designer". */
  title?: string;
}

/** Members as those who can take a role. */
export function teamOf(members: readonly Shape<"Member">[]): Person[] {
  return members.map(({ personId, name, title }) => ({ id: personId, name, title }));
}

interface RoleToTake {
  role: TemplateRole;
  /** "Owns 2 milestones, 6 cards". */
  does: string;
}

/** The roles that the kept milestones need, each with what it does. */
export function openRoles({ roles, milestones }: Pick<Template, "roles" | "milestones">): RoleToTake[] {
  return roles.flatMap((role) => {
    const owns = milestones.filter(({ ownerRole }) => ownerRole === role.key).length;
    const decides = milestones.filter(({ approverRole }) => approverRole === role.key).length;
    const cards = milestones
      .flatMap(({ activities }) => activities)
      .filter(({ roleKey }) => roleKey === role.key);
    const asked = milestones
      .flatMap(({ requests = [] }) => requests)
      .filter(({ roleKey }) => roleKey === role.key).length;
    const does = [
      owns > 0 ? `owns ${counted(owns, "milestone")}` : "",
      decides > 0 ? `decides ${counted(decides, "milestone")}` : "",
      cards.length > 0 ? `has ${counted(cards.length, "card")}` : "",
      asked > 0 ? `is asked for ${counted(asked, "thing")}` : "",
    ].filter(Boolean);
    return does.length === 0 ? [] : [{ role, does: capital(does.join(", ")) }];
  });
}

/** Who was chosen; before that whoever does just this here, or is the only one there is. */
export function takenBy(
  { key, name }: TemplateRole,
  people: readonly Person[],
  { people: chosen }: TemplateWish,
) {
  const said = chosen[key];
  if (said !== undefined) return people.some(({ id }) => id === said) ? said : null;
  const called = people.filter(({ title }) => title?.trim().toLowerCase() === name.toLowerCase());
  const fitting = called.length > 0 ? called : people;
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}

/** As the server takes them: only roles that somebody takes. */
export function peopleOf(
  template: Pick<Template, "roles" | "milestones">,
  { members, contacts }: { members: readonly Person[]; contacts: readonly Person[] | null },
  wish: TemplateWish,
): { role: string; personId: string }[] {
  return openRoles(template).flatMap(({ role }) => {
    const personId = takenBy(role, role.side === "team" ? members : (contacts ?? []), wish);
    return personId === null ? [] : [{ role: role.key, personId }];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
