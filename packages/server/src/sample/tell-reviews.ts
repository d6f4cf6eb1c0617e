import { forecastPlan } from "@milepost/planning";
import { houseFor } from "../access/house.ts";
import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { setEstimate } from "../board/card-fields.ts";
import { moveCard } from "../board/card-moves.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { forecastNow } from "../plan/renew-forecast.ts";
import { invite } from "../reviews/client-part.store.ts";
import { sayAsClient } from "../reviews/client-words.ts";
import { closeReview } from "../reviews/close-review.ts";
import type { ReviewAccess } from "../reviews/read-review.ts";
import { addAction, readMeasure } from "../reviews/review-actions.ts";
import { findLine } from "../reviews/review-lines.store.ts";
import { sayLine, type WantedLine } from "../reviews/review-lines.ts";
import { changeReview } from "../reviews/reviews.store.ts";
import { attendReview, openReview, tell, visibleReview } from "../reviews/reviews.ts";
import { addComment } from "../talk/comments.ts";
import { visibleSubject } from "../talk/subject.ts";
import { type ActionPlan, type MovePlan, REVIEWS, type ReviewPlan } from "./agency-reviews.ts";
import type { Made } from "./made.ts";
import type { Story } from "./story.ts";

/** Mia leads, Ben and Lena sit with her for a good half hour, by the forecast of that morning. */
export function tellReviews(story: Story, made: Made): void {
  for (const plan of REVIEWS) tellReview(story, made, plan);
}

function tellReview(story: Story, made: Made, plan: ReviewPlan): void {
  const { day, said, moves, actions, readings, client, untold } = plan;
  let id = "";
  const there = (act: (scope: Scope, access: ReviewAccess) => Promise<unknown>) => async (scope: Scope) =>
    act(scope, await visibleReview(scope, id));
  story.at(day, 9.5, "mia", (scope) => forecastNow(scope, made.project.id, forecastPlan));
  story.at(day, 10, "mia", async (scope) => {
    id = (await openReview(scope, made.project)).review.id;
  });
  for (const hero of ["ben", "lena"] as const) story.at(day, 10.05, hero, there(attendReview));
  for (const { objective, value } of readings)
    story.at(
      day,
      10.1,
      "mia",
      there((scope, access) =>
        readMeasure(scope, access, { objectiveId: made.objectives[objective] ?? "", value }),
      ),
    );
  for (const { milestone, ...words } of said)
    story.at(
      day,
      10.2,
      "mia",
      there((scope, access) => say(scope, access, made.milestones[milestone] ?? "", words)),
    );
  if (client) tellClientPart(story, made, { day, there }, client);
  for (const wanted of moves)
    story.at(
      day,
      10.3,
      "mia",
      there((scope, access) => move(scope, access, { story, made }, wanted)),
    );
  for (const wanted of actions) tellAction(story, made, { day, there }, wanted);
  story.at(
    day,
    10.75,
    "mia",
    there((scope, access) => closeReview(scope, access, { untoldReason: untold })),
  );
}

async function say(
  scope: Scope,
  access: ReviewAccess,
  milestoneId: string,
  wanted: WantedLine,
): Promise<void> {
  const line = await findLine(scope, access.review.id, milestoneId);
  await sayLine(scope, access, { milestoneId, revision: line?.revision ?? 0 }, wanted);
}

async function move(
  scope: Scope,
  access: ReviewAccess,
  { story, made }: { story: Story; made: Made },
  { milestone: n, targetDay, ...why }: MovePlan,
): Promise<void> {
  const milestoneId = made.milestones[n] ?? "";
  const { milestone } = await visibleMilestone(scope, milestoneId);
  const expected = { startOn: milestone.startOn, targetOn: milestone.targetOn };
  const wanted = { targetOn: story.day(targetDay), expected };
  await say(scope, access, milestoneId, { decision: "move", move: wanted, ...why });
}

interface Sitting {
  day: number;
  there: (
    act: (scope: Scope, access: ReviewAccess) => Promise<unknown>,
  ) => (scope: Scope) => Promise<unknown>;
}

/** Rosa was invited and has the page open; nobody is mailed. */
function tellClientPart(
  story: Story,
  made: Made,
  { day, there }: Sitting,
  { milestone, asked, answered }: NonNullable<ReviewPlan["client"]>,
): void {
  const rosa = made.person("rosa");
  story.at(
    day,
    10.15,
    "mia",
    there(async (scope, { review }) => {
      await invite(scope, made.project.id, [rosa]);
      await changeReview(scope, review.id, { clientPartAt: scope.now });
      await tell(scope, review, "clientPartOpened", { personIds: [rosa] });
    }),
  );
  const about = () => ({ kind: "milestone" as const, id: made.milestones[milestone] ?? "" });
  story.at(
    day,
    10.2,
    "mia",
    there((scope, { review: { id: reviewId, projectId } }) => {
      const own = { ...scope, actor: houseFor(scope.actor.workspaceId, rosa) };
      const said = { kind: "question" as const, milestoneId: about().id, words: asked, targetOn: null };
      return sayAsClient(own, { reviewId, projectId }, { ...said, handedOverBy: null, mayComment: true });
    }),
  );
  story.at(day, 10.25, "mia", async (scope) =>
    addComment(scope, await visibleSubject(scope, about(), "client"), "client", { body: answered }),
  );
}

/** What was agreed to do is a card with an estimate, done on its day or still open. */
function tellAction(story: Story, made: Made, { day, there }: Sitting, plan: ActionPlan): void {
  const { title, milestone, who, hours, due, done } = plan;
  let cardId = "";
  story.at(
    day,
    10.4,
    "mia",
    there(async (scope, access) => {
      const milestoneId = made.milestones[milestone] ?? null;
      const wanted = { title, milestoneId, ownerId: made.person(who), dueOn: story.day(due) };
      cardId = await addAction(scope, access, wanted);
    }),
  );
  story.at(day, 14, who, async (scope) => {
    const { card } = await visibleCard(scope, cardId);
    const [low, likely, high] = hours;
    await setEstimate(scope, card, { low: low * 60, likely: likely * 60, high: high * 60 });
  });
  if (done === undefined) return;
  for (const [hour, to] of [
    [13, "doing"],
    [14, "done"],
  ] as const)
    story.at(done, hour, who, async (scope) => {
      const { card } = await visibleCard(scope, cardId);
      await moveCard(scope, card, { columnId: made.column(to) }, { columnId: card.columnId, place: "board" });
    });
}
