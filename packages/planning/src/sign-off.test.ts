import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayDecide, type SignOffDecision, type SignOffRule, signOff } from "./sign-off.ts";

const dana = { personId: "dana", delegateId: "mira" };
const lee = { personId: "lee", delegateId: null };
const rosa = { personId: "rosa", delegateId: null };
const approvers = [dana, lee, rosa];

function yes(personId: string, minute = 0): SignOffDecision {
  return {
    personId,
    verdict: "approved",
    at: `2026-05-12T09:${String(minute).padStart(2, "0")}:00Z`,
    withdrawn: false,
  };
}

function no(personId: string, minute = 0): SignOffDecision {
  return { ...yes(personId, minute), verdict: "changes_requested" };
}

const withdrawn = (decision: SignOffDecision) => ({ ...decision, withdrawn: true });

describe.each([
  ["any", [], "pending", ["dana", "lee", "rosa"]],
  ["any", [yes("lee")], "approved", []],
  ["any", [no("lee", 2), yes("dana", 1)], "approved", []],
  ["any", [yes("lee", 2), no("dana", 1)], "changes_requested", []],
  ["any", [yes("dana"), no("lee")], "changes_requested", []],
  ["any", [withdrawn(no("lee"))], "pending", ["dana", "lee", "rosa"]],
  ["all", [yes("lee")], "pending", ["dana", "rosa"]],
  ["all", [yes("lee"), yes("mira"), yes("rosa")], "approved", []],
  ["all", [yes("lee"), yes("dana"), no("rosa")], "changes_requested", []],
  ["all", [yes("lee"), yes("dana"), withdrawn(yes("rosa"))], "pending", ["rosa"]],
  ["all", [withdrawn(no("lee", 1)), yes("lee", 3), yes("dana"), yes("rosa")], "approved", []],
  ["all", [yes("eve"), yes("eve"), yes("eve")], "pending", ["dana", "lee", "rosa"]],
  ["order", [], "pending", ["dana"]],
  ["order", [yes("mira")], "pending", ["lee"]],
  ["order", [yes("dana"), yes("lee")], "pending", ["rosa"]],
  ["order", [yes("dana"), yes("lee"), yes("rosa")], "approved", []],
  ["order", [yes("dana"), no("lee")], "changes_requested", []],
  ["order", [no("rosa")], "pending", ["dana"]],
] satisfies [SignOffRule, SignOffDecision[], string, string[]][])(
  "%s with %j",
  (rule, decisions, status, turn) => {
    test(`is ${status}`, () =>
      expect(signOff({ rule, approvers, decisions })).toMatchObject({ status, turn }));

    test("does not depend on the order of the records", () => {
      const forwards = signOff({ rule, approvers, decisions });
      expect(signOff({ rule, approvers, decisions: [...decisions].reverse() })).toEqual(forwards);
    });
  },
);

test("the earlier of an approver's and the delegate's decision is in force", () => {
  const { inForce } = signOff({ rule: "all", approvers, decisions: [no("dana", 5), yes("mira", 4)] });
  expect(inForce).toEqual([{ approverId: "dana", decision: yes("mira", 4) }]);
});

test("nobody to decide means nothing is decided", () => {
  for (const rule of ["any", "all", "order"] satisfies SignOffRule[]) {
    expect(signOff({ rule, approvers: [], decisions: [yes("dana")] })).toEqual({
      status: "pending",
      turn: [],
      inForce: [],
    });
  }
});

test.each([
  ["dana", [], { ok: true }],
  ["mira", [], { ok: true }],
  ["lee", [], { ok: false, code: "not_your_turn", missing: ["dana"] }],
  ["lee", [yes("dana")], { ok: true }],
  ["dana", [yes("dana")], { ok: false, code: "already_decided", missing: [] }],
  ["mira", [yes("dana")], { ok: false, code: "already_decided", missing: [] }],
  ["dana", [withdrawn(yes("dana"))], { ok: true }],
  ["lee", [no("dana")], { ok: false, code: "closed", missing: [] }],
  ["eve", [], { ok: false, code: "not_an_approver", missing: [] }],
] satisfies [string, SignOffDecision[], unknown][])(
  "in order, may %s decide after %j?",
  (who, decisions, expected) => {
    expect(mayDecide({ rule: "order", approvers, decisions }, who)).toEqual(expected);
  },
);

test("deciding whenever it is one's turn always ends, and approves only if nobody objected", () => {
  const rules = fc.constantFrom<SignOffRule>("any", "all", "order");
  fc.assert(
    fc.property(rules, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (rule, verdicts) => {
      const decisions: SignOffDecision[] = [];
      for (const [minute, approves] of verdicts.entries()) {
        const [next] = signOff({ rule, approvers, decisions }).turn;
        if (next === undefined) break;
        expect(mayDecide({ rule, approvers, decisions }, next)).toEqual({ ok: true });
        decisions.push(approves ? yes(next, minute) : no(next, minute));
      }
      const objected = decisions.some(({ verdict }) => verdict === "changes_requested");
      expect(signOff({ rule, approvers, decisions }).status).toBe(
        objected ? "changes_requested" : "approved",
      );
    }),
  );
});
