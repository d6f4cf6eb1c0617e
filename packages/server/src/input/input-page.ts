import { createElement } from "react";
import { z } from "zod";
import { invalid, notFound } from "../kit/errors.ts";
import { civilDate, LIMITS, text, title, uuid } from "../kit/fields.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { LinkPage, PortalBody, Redirect } from "../portal/portal-page.ts";
import { read, type Visit } from "../portal/visit.ts";
import { ClientSnapshot } from "../publications/client-snapshot.view.ts";
import { addClientComment } from "../talk/client-comments.ts";
import { InputPage } from "./input.page.tsx";
import type { PatchView } from "./input.view.ts";
import { askedRound, namesInSight, proposalsOfRound, saidOfPlan } from "./input-page.store.ts";
import { markDone } from "./input-rounds.store.ts";
import { agreeToCounter, propose, refuseClosedRound } from "./proposals.ts";

/** Where somebody who was asked reads the plan, says what they think and proposes something else. */
export const inputPage: LinkPage = {
  path: "/i/:token",
  kind: "input",
  logged: "input",
  show: showRound,
  act,
};

const DONE = ["comment", "proposal", "done", "agreed"] as const;

async function showRound(visit: Visit): Promise<PortalBody> {
  const { say, project, visitor } = visit;
  const roundId = roundOf(visit);
  const found = await read(visit, async (tx) => {
    const round = await askedRound(tx, roundId, visitor.personId);
    if (!round) return null;
    return {
      round,
      said: await saidOfPlan(tx, project.id),
      proposals: await proposalsOfRound(tx, roundId),
      names: await namesInSight(tx, project.id),
    };
  });
  if (!found) throw notFound();
  const plan = ClientSnapshot.parse(JSON.parse(found.round.snapshot));
  const notice = noticeOf(visit, found.round.deadlineOn);
  const body = createElement(InputPage, { visit, ...found, plan });
  return { title: say("What do you think of the plan?"), notice, body };
}

function noticeOf({ say, request }: Visit, deadlineOn: string): NonNullable<PortalBody["notice"]> | null {
  const { sent } = request.query as { sent?: unknown };
  switch (DONE.find((one) => one === sent)) {
    case "comment":
      return { kind: "notice", text: say("Your comment is there.") };
    case "proposal":
      return { kind: "notice", text: say("Your proposal is there. You see the answer here.") };
    case "done":
      return {
        kind: "notice",
        text: say("Thank you. You can still add something until {day}.", { day: say.day(deadlineOn) }),
      };
    case "agreed":
      return { kind: "notice", text: say("It is taken over.") };
    default:
      return null;
  }
}

async function act(visit: Visit, form: PortalForm): Promise<Redirect> {
  const { services, visitor } = visit;
  const within = services.database.inWorkspace.bind(services.database, visitor.workspaceId);
  const milestoneId = await publishedMilestone(visit, form.one("milestone"));
  const anchor = milestoneId === null ? "" : `#m-${milestoneId}`;
  const back = (sent: (typeof DONE)[number]) => ({
    to: `${visit.request.url.split("?", 1)[0]}?sent=${sent}${anchor}`,
  });
  switch (form.one("do")) {
    case "comment":
      await comment(visit, milestoneId, form.one("comment"));
      return back("comment");
    case "propose": {
      const patch = milestoneId === null ? newMilestone(form) : await changesIn(visit, milestoneId, form);
      const words = text(5_000).parse(form.one("why"));
      await within((tx) => propose(tx, visit, { roundId: roundOf(visit), milestoneId, words, patch }));
      return back("proposal");
    }
    case "agree":
      await within((tx) => agreeToCounter(tx, visit, uuid().parse(form.one("proposal"))));
      return back("agreed");
    default:
      await within((tx) =>
        markDone(
          tx,
          { workspaceId: visitor.workspaceId, roundId: roundOf(visit), personId: visitor.personId },
          visit.now,
        ),
      );
      return back("done");
  }
}

async function comment(visit: Visit, milestoneId: string | null, typed: string): Promise<void> {
  const { services, visitor, project, now, today } = visit;
  const body = text().parse(typed).trim();
  if (body === "")
    throw invalid([{ path: "comment", message: "Write something first." }], "Write something first.");
  const { workspaceId, personId, side } = visitor;
  await services.database.inWorkspace(workspaceId, async (tx) => {
    await refuseClosedRound(tx, visit, roundOf(visit), today);
    const subject =
      milestoneId === null
        ? { kind: "project" as const, id: project.id }
        : { kind: "milestone" as const, id: milestoneId };
    await addClientComment({ tx, actor: { workspaceId, personId }, now }, project.id, subject, body, side);
  });
}

/** Only of milestones that stand in the plan that was put before this person; null for the plan as a whole. */
async function publishedMilestone(visit: Visit, typed: string): Promise<string | null> {
  if (typed === "") return null;
  const plan = await planOf(visit);
  const found = plan.milestones.find(({ id }) => id === typed);
  if (!found) throw notFound();
  return found.id;
}

async function planOf(visit: Visit) {
  const round = await read(visit, (tx) => askedRound(tx, roundOf(visit), visit.visitor.personId));
  if (!round) throw notFound();
  return ClientSnapshot.parse(JSON.parse(round.snapshot));
}

const NewMilestone = z.object({
  title: title(),
  outcome: text(10_000),
  targetOn: z.union([civilDate(), z.literal("")]),
});

function newMilestone(form: PortalForm): PatchView {
  if (form.one("title").trim() === "")
    throw invalid(
      [{ path: "title", message: "Say what the milestone is called." }],
      "Say what the milestone is called.",
    );
  const { targetOn, outcome, ...given } = NewMilestone.parse({
    title: form.one("title"),
    outcome: form.one("outcome"),
    targetOn: form.one("targetOn"),
  });
  return { ...given, ...(outcome === "" ? {} : { outcome }), ...(targetOn === "" ? {} : { targetOn }) };
}

/** Only what is otherwise than in the plan. */
async function changesIn(visit: Visit, milestoneId: string, form: PortalForm): Promise<PatchView> {
  const plan = await planOf(visit);
  const now = plan.milestones.find(({ id }) => id === milestoneId);
  if (!now) throw notFound();
  const { targetOn, ...given } = NewMilestone.parse({
    title: form.one("title"),
    outcome: form.one("outcome"),
    targetOn: form.one("targetOn"),
  });
  const lines = form.one("criteria").split("\n");
  const criteria = lines.map((line) => line.trim()).filter((line) => line !== "");
  const before = now.criteria.map(({ text: words }) => words);
  const patch = {
    ...(given.title === now.title ? {} : { title: given.title }),
    ...(given.outcome.trim() === now.outcome.trim() ? {} : { outcome: given.outcome.trim() }),
    ...(targetOn === "" || targetOn === now.targetOn ? {} : { targetOn }),
    ...(JSON.stringify(criteria) === JSON.stringify(before)
      ? {}
      : { criteria: z.array(title(LIMITS.line)).max(50).parse(criteria) }),
  };
  if (Object.keys(patch).length === 0)
    throw invalid(
      [{ path: "targetOn", message: "Change at least one thing." }],
      "Change at least one thing.",
    );
  return patch;
}

function roundOf({ link }: Visit): string {
  const id = link?.row.subjectId;
  if (!id) throw notFound();
  return id;
}
