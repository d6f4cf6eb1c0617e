import { Select, SimpleGrid, Text } from "@mantine/core";
import type { Template, TemplateRole } from "@milepost/planning";
import { counted } from "../lib/counted.ts";
import { openRoles, type Person, takenBy } from "./role-people.ts";
import { type TemplateWish, withPerson } from "./template-wish.ts";

interface RoleChoicesProps {
  /** With the milestones that are kept. */
  template: Template;
  members: readonly Person[];
  /** The client's people; `null` while there is no client. */
  contacts: readonly Person[] | null;
  wish: TemplateWish;
  onChange: (wish: TemplateWish) => void;
}

/** Who takes which role of the template; a role may stay open. */
export function RoleChoices({ template, members, contacts, wish, onChange }: RoleChoicesProps) {
  const roles = openRoles(template);
  if (roles.length === 0) return <Text c="dimmed">This template names no roles.</Text>;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      {roles.map(({ role, does }) => {
        const people = role.side === "team" ? members : contacts;
        return (
          <Select
            key={role.key}
            label={role.name}
            description={does}
            placeholder={placeholderOf(role, people)}
            disabled={people === null || people.length === 0}
            clearable
            searchable
            data={(people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={takenBy(role, people ?? [], wish)}
            onChange={(personId) => onChange(withPerson(wish, role.key, personId))}
          />
        );
      })}
    </SimpleGrid>
  );
}

function placeholderOf({ side }: TemplateRole, people: readonly Person[] | null): string {
  if (side === "team") return "Open: decide later";
  if (people === null) return "Choose a client first";
  return people.length === 0 ? "The client has no people yet" : "Open: decide later";
}

/** What follows from the roles that nobody has taken. */
export function openRolesWords({
  template,
  members,
  contacts,
  wish,
}: Omit<RoleChoicesProps, "onChange">): string | null {
  const taken = (key: string | null) => {
    const role = template.roles.find((each) => each.key === key);
    const people = role?.side === "client" ? (contacts ?? []) : members;
    return role !== undefined && takenBy(role, people, wish) !== null;
  };
  const { milestones } = template;
  const ownerless = milestones.filter(({ ownerRole }) => !taken(ownerRole)).length;
  const undecided = milestones.filter(
    ({ approverRole }) => approverRole !== null && !taken(approverRole),
  ).length;
  const parts = [
    ownerless > 0 ? `${counted(ownerless, "milestone")} without an owner` : "",
    undecided > 0 && contacts !== null
      ? `${counted(undecided, "milestone")} without somebody who decides`
      : "",
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return `Roles that stay open leave ${parts.join(" and ")}; the plan check reminds you of them.`;
}
