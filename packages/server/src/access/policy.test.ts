import { expect, test } from "vitest";
import { type Cell, COLUMNS, type Column, roleTable } from "../testing/matrix-expectation.ts";
import { ACTIONS, type Action, can } from "./policy.ts";
import type { Actor, PolicyObject } from "./roles.ts";

const me = { workspaceId: "w", personId: "me", userId: "u", sessionId: "s", name: "Me", zone: "UTC" };

function asColumn(column: Column): { actor: Actor; object: PolicyObject } {
  const role = column === "lead" ? "member" : column;
  const part = column === "lead" ? "lead" : column === "member" || column === "guest" ? "member" : null;
  return { actor: { ...me, role }, object: { project: { id: "p", role: part, seesMoney: false } } };
}

function cell(action: Action, column: Column): Cell {
  const { actor, object } = asColumn(column);
  if (can(actor, action, object)) return "yes";
  const project = { id: "p", role: object.project?.role ?? null, seesMoney: true };
  const theirs = { project, onCard: true, authorId: me.personId, personId: me.personId };
  return can(actor, action, theirs) ? "own" : "no";
}

test("the table that people read in decision 001 is what the policy answers", () => {
  const answered = ACTIONS.map((action) => [
    action,
    Object.fromEntries(COLUMNS.map((column) => [column, cell(action, column)])),
  ]);
  expect(Object.fromEntries(roleTable())).toEqual(Object.fromEntries(answered));
});

test("who has no part in a project may do nothing in it by role alone", () => {
  const actor: Actor = { ...me, role: "member" };
  const object = { project: { id: "p", role: null, seesMoney: false } };
  const allowed = ACTIONS.filter((action) => can(actor, action, object));
  expect(
    allowed.filter((action) => /^(plan|card|board|money|project\.edit|trash\.restore)/.test(action)),
  ).toEqual([]);
});

test("an unknown role holds nothing but what everybody who sees the thing may do", () => {
  const actor = { ...me, role: "superuser" as Actor["role"] };
  const allowed = ACTIONS.filter((action) => can(actor, action, {}));
  expect(allowed.sort()).toEqual(["comment.create", "file.upload", "project.read"]);
});
