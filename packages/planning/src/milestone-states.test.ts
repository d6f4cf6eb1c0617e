import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "./checks/finding.ts";
import { canMove, MILESTONE_STEPS, type MilestoneStep } from "./milestone-states.ts";
import type { MilestoneState } from "./plan.ts";
import { milestone } from "./testing/plans.ts";

const STATES: MilestoneState[] = [
  "draft",
  "in_input",
  "agreed",
  "active",
  "submitted",
  "accepted",
  "dropped",
];

function finding(change: Partial<Finding>): Finding {
  return {
    id: "L2",
    level: "error",
    subject: { kind: "milestone", id: "m1" },
    items: [],
    blocks: ["m1"],
    why: "It has no target date.",
    fix: null,
    ...change,
  };
}

test.each([
  ["draft", "in_input"],
  ["in_input", "draft"],
  ["draft", "agreed"],
  ["agreed", "active"],
  ["active", "submitted"],
  ["submitted", "accepted"],
  ["submitted", "active"],
  ["submitted", "dropped"],
] satisfies [MilestoneState, MilestoneState][])("%s can become %s", (state, to) => {
  const ready = milestone({ state, criteria: [{ id: "k1", text: "Signed", answered: true }] });
  expect(canMove(ready, { to, by: "dana", reason: "The photos are missing" })).toEqual({ ok: true });
});

test("every other step is refused, whoever asks and whatever the reason", () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATES), fc.constantFrom(...STATES), (state, to) => {
      const allowed: readonly MilestoneState[] = MILESTONE_STEPS[state];
      fc.pre(!allowed.includes(to));
      const decision = canMove(milestone({ state }), { to, by: "sam", reason: "because" });
      expect(decision).toEqual({ ok: false, code: "no_such_step", missing: [] });
    }),
  );
});

test("nothing leads out of accepted and dropped", () => {
  expect([MILESTONE_STEPS.accepted, MILESTONE_STEPS.dropped]).toEqual([[], []]);
});

describe("agreed", () => {
  const draft = milestone({ state: "draft" });

  test("needs an owner", () => {
    const decision = canMove({ ...draft, ownerId: null }, { to: "agreed", by: "sam", findings: [] });
    expect(decision).toEqual({ ok: false, code: "not_ready", missing: [{ kind: "owner", id: "m1" }] });
  });

  test("names each rule that blocks it once, together with the missing owner", () => {
    const findings = [
      finding({}),
      finding({ id: "L3" }),
      finding({ id: "L3", subject: { kind: "objective", id: "o1" } }),
    ];
    const decision = canMove({ ...draft, ownerId: null }, { to: "agreed", by: "sam", findings });
    expect(decision).toMatchObject({
      code: "not_ready",
      missing: [
        { kind: "owner", id: "m1" },
        { kind: "finding", id: "L2" },
        { kind: "finding", id: "L3" },
      ],
    });
  });

  test("is not held up by another milestone's finding or by one that blocks nothing", () => {
    const findings = [finding({ blocks: ["m2"] }), finding({ id: "L1", level: "warn", blocks: [] })];
    expect(canMove(draft, { to: "agreed", by: "sam", findings })).toEqual({ ok: true });
  });

  test("at a low chance of its own date asks for a reason instead, once nothing is missing", () => {
    const low = finding({ id: "L6", level: "warn", blocks: [] });
    const agree = (findings: Finding[], reason?: string) =>
      canMove(draft, { to: "agreed", by: "sam", findings, ...(reason === undefined ? {} : { reason }) });
    const asked = { ok: false, code: "unlikely_date", missing: [{ kind: "finding", id: "L6" }] };
    expect(agree([low])).toEqual(asked);
    expect(agree([low], "  ")).toEqual(asked);
    expect(agree([low], "The fair does not wait")).toEqual({ ok: true });
    expect(agree([low, finding({})], "The fair does not wait")).toMatchObject({ code: "not_ready" });
    expect(agree([{ ...low, subject: { kind: "milestone", id: "m2" } }])).toEqual({ ok: true });
  });
});

describe("submitted", () => {
  const active = milestone({ state: "active" });

  test("needs every criterion answered and every needed deliverable, all named at once", () => {
    const unready = {
      ...active,
      criteria: [
        { id: "k1", text: "Signed", answered: true },
        { id: "k2", text: "Proofread", answered: false },
      ],
      deliverables: [
        { id: "d1", title: "Brief", needed: true, present: false },
        { id: "d2", title: "Sketch", needed: false, present: false },
        { id: "d3", title: "Minutes", needed: true, present: true },
      ],
    };
    expect(canMove(unready, { to: "submitted", by: "jo" })).toEqual({
      ok: false,
      code: "not_ready",
      missing: [
        { kind: "criterion", id: "k2" },
        { kind: "deliverable", id: "d1" },
      ],
    });
  });
});

describe("accepted", () => {
  const submitted = milestone({ state: "submitted" });
  const accept = (step: Partial<MilestoneStep>) =>
    canMove(submitted, { to: "accepted", by: "dana", ...step });

  test.each([
    ["a named approver", { by: "dana" }, { ok: true }],
    ["a delegate", { by: "lee", delegateIds: ["lee"] }, { ok: true }],
    ["an approver, once all have approved", { by: "dana", signOff: "approved" }, { ok: true }],
    ["the owner", { by: "sam" }, { ok: false, code: "not_an_approver", missing: [] }],
    ["a stranger", { by: "eve", delegateIds: ["lee"] }, { ok: false, code: "not_an_approver", missing: [] }],
    [
      "an approver before the others",
      { signOff: "pending" },
      { ok: false, code: "sign_off_open", missing: [] },
    ],
    [
      "an approver against an objection",
      { signOff: "changes_requested" },
      { ok: false, code: "sign_off_open", missing: [] },
    ],
  ] satisfies [string, Partial<MilestoneStep>, unknown][])("by %s", (_, step, expected) => {
    expect(accept(step)).toEqual(expected);
  });

  test("without client approval by the owner alone", () => {
    const internal = { ...submitted, clientApproval: false, approverIds: ["dana"] };
    expect(canMove(internal, { to: "accepted", by: "sam" })).toEqual({ ok: true });
    expect(canMove(internal, { to: "accepted", by: "dana" })).toMatchObject({ code: "not_the_owner" });
    expect(canMove({ ...internal, ownerId: null }, { to: "accepted", by: "sam" })).toMatchObject({
      ok: false,
    });
  });
});

test.each([
  ["active", "dropped"],
  ["submitted", "active"],
] satisfies [MilestoneState, MilestoneState][])(
  "%s to %s needs a reason that says something",
  (state, to) => {
    const open = milestone({ state });
    expect(canMove(open, { to, by: "sam" })).toMatchObject({ code: "reason_needed" });
    expect(canMove(open, { to, by: "sam", reason: "  " })).toMatchObject({ code: "reason_needed" });
    expect(canMove(open, { to, by: "sam", reason: "Out of budget" })).toEqual({ ok: true });
  },
);
