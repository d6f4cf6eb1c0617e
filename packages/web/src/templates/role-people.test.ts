import { expect, test } from "vitest";
import { aTemplate } from "../testing/template.ts";
import { openRoles, peopleOf, takenBy } from "./role-people.ts";
import { NO_WISH, withPerson } from "./template-wish.ts";

const { plan } = aTemplate("marketing-strategy");
const amara = { id: "amara", name: "Amara", title: "Strategist" };
const jo = { id: "jo", name: "Jo", title: "" };
const roleOf = (key: string) => {
  const role = plan.roles.find((each) => each.key === key);
  if (role === undefined) throw new Error(`no role ${key}`);
  return role;
};

test("a role is offered while a kept milestone needs it", () => {
  const keys = (kept: typeof plan.milestones) =>
    openRoles({ ...plan, milestones: kept }).map(({ role }) => role.key);
  expect(keys(plan.milestones)).toContain("approver");
  expect(keys(plan.milestones.slice(0, 1))).toEqual(["strategist", "researcher"]);
});

test("whoever does just this takes it, and whoever is alone takes all, until somebody says otherwise", () => {
  expect(takenBy(roleOf("strategist"), [amara, jo], NO_WISH)).toBe("amara");
  expect(takenBy(roleOf("designer"), [amara, jo], NO_WISH)).toBeNull();
  expect(takenBy(roleOf("designer"), [jo], NO_WISH)).toBe("jo");
  expect(takenBy(roleOf("designer"), [jo], withPerson(NO_WISH, "designer", null))).toBeNull();
});

test("nobody is sent who is not there any more, and no client's person without a client", () => {
  const wish = withPerson(withPerson(NO_WISH, "strategist", "gone"), "approver", "rosa");
  const rosa = { id: "rosa", name: "Rosa" };
  const sent = (contacts: readonly (typeof rosa)[] | null) =>
    peopleOf(plan, { members: [amara, jo], contacts }, wish);
  expect(sent(null)).toEqual([]);
  expect(sent([rosa])).toEqual([{ role: "approver", personId: "rosa" }]);
});
