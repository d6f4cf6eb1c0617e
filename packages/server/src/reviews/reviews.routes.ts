import { z } from "zod";
import { route, shownOnce } from "../access/route.ts";
import { OPEN_CARD_PLACES } from "../board/open-cards.ts";
import { civilDate, line, text, title, uuid } from "../kit/fields.ts";
import { ReasonCode } from "../milestones/adjustments.view.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { handOverPart, openClientPart } from "./client-part.ts";
import { closeReview } from "./close-review.ts";
import { keepOccurrence } from "./occurrences.ts";
import { readReview } from "./read-review.ts";
import { LineDecision, Review, StatedWord } from "./review.view.ts";
import { addAction, readMeasure, removeAction } from "./review-actions.ts";
import { sayLine } from "./review-lines.ts";
import { attendReview, oneReview, openReview, placeReview, takeLead, visibleReview } from "./reviews.ts";

const One = z.strictObject({ reviewId: uuid() });
const OneLine = One.extend({ milestoneId: uuid() });
const tag = "Reviews";
const Place = z.union([z.enum(OPEN_CARD_PLACES), uuid()]);
const date = () => civilDate().nullable();

const Line = z
  .strictObject({
    /** Null: as computed. */
    stated: StatedWord.nullable(),
    evidence: line(1_000),
    decision: LineDecision,
    reasonCode: ReasonCode.nullable(),
    reason: line(1_000),
    clientNote: text(2_000),
    move: z.strictObject({
      targetOn: civilDate(),
      expected: z.strictObject({ startOn: date(), targetOn: date() }),
    }),
    redefine: z.strictObject({
      outcome: text(10_000),
      criteria: z.array(z.strictObject({ id: uuid().nullable(), text: title(500) })).max(200),
      expected: z.strictObject({ outcome: z.string(), criteria: z.array(z.string()).max(200) }),
    }),
    split: z.strictObject({
      title: title(),
      targetOn: date(),
      criterionIds: z.array(uuid()).max(200).default([]),
      cardIds: z.array(uuid()).max(1_000).default([]),
    }),
    openCards: z.strictObject({
      to: Place,
      except: z
        .array(z.strictObject({ cardId: uuid(), to: Place }))
        .max(1_000)
        .optional(),
    }),
  })
  .partial();

export const reviewRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/reviews",
    id: "openReview",
    tag,
    summary: "Open the review that is due, or one for now; one that is open already is given as it is",
    status: 200,
    params: z.strictObject({ projectId: uuid() }),
    response: Review,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => readReview(scope, await openReview(scope, project)),
  }),
  route({
    method: "GET",
    path: "/reviews/{reviewId}",
    id: "getReview",
    tag,
    summary: "All that a review is about: what is true now, or what was when it was held",
    params: One,
    response: Review,
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, _input, access) => readReview(scope, access),
  }),
  route({
    method: "PUT",
    path: "/reviews/{reviewId}/place",
    id: "placeReview",
    tag,
    summary: "The milestone that everybody looks at now; the leader says",
    status: 204,
    params: One,
    body: z.strictObject({ milestoneId: uuid() }),
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, { body }, access) => placeReview(scope, access, body.milestoneId),
  }),
  route({
    method: "PUT",
    path: "/reviews/{reviewId}/lead",
    id: "takeLead",
    tag,
    summary: "Lead this review from now on",
    status: 204,
    params: One,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, _input, access) => takeLead(scope, access),
  }),
  route({
    method: "POST",
    path: "/reviews/{reviewId}/attendance",
    id: "attendReview",
    tag,
    summary: "I am here; said again every half minute. Answers with where the review is",
    status: 200,
    params: One,
    response: z.object({ leaderId: z.string().nullable(), placeId: z.string().nullable() }),
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: async (scope, _input, access) => {
      await attendReview(scope, access);
      const { leaderId, milestoneId } = await oneReview(scope, access.review.id);
      return { leaderId, placeId: milestoneId };
    },
  }),
  route({
    method: "PATCH",
    path: "/reviews/{reviewId}/lines/{milestoneId}",
    id: "sayReviewLine",
    tag,
    summary:
      "What is said and decided about one milestone. Moving, redefining, splitting or dropping it happens with it; keeping it again takes that back, but for dropping",
    params: OneLine,
    body: Line,
    response: Review,
    ifMatch: true,
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: async (scope, { params, body, revision }, access) => {
      await sayLine(scope, access, { milestoneId: params.milestoneId, revision }, body);
      return readReview(scope, access);
    },
  }),
  route({
    method: "POST",
    path: "/reviews/{reviewId}/actions",
    id: "addReviewAction",
    tag,
    summary: "Something to do, which is a card from now on",
    params: One,
    body: z.strictObject({
      title: title(),
      milestoneId: uuid().nullable().default(null),
      ownerId: uuid().nullable().default(null),
      dueOn: date().default(null),
    }),
    response: Review,
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: async (scope, { body }, access) => {
      await addAction(scope, access, body);
      return readReview(scope, access);
    },
  }),
  route({
    method: "DELETE",
    path: "/reviews/{reviewId}/actions/{actionId}",
    id: "removeReviewAction",
    tag,
    summary: "Take an action back, and its card",
    params: One.extend({ actionId: uuid() }),
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, { params }, access) => removeAction(scope, access, params.actionId),
  }),
  route({
    method: "PUT",
    path: "/reviews/{reviewId}/readings/{objectiveId}",
    id: "readMeasure",
    tag,
    summary: "Where the measure of an objective stands today",
    status: 204,
    params: One.extend({ objectiveId: uuid() }),
    body: z.strictObject({ value: z.number().min(-1e15).max(1e15) }),
    policy: { action: "plan.work", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: (scope, { params, body }, access) =>
      readMeasure(scope, access, { objectiveId: params.objectiveId, value: body.value }),
  }),
  route({
    method: "POST",
    path: "/reviews/{reviewId}/close",
    id: "closeReview",
    tag,
    summary:
      "Keep what is true now as the record of this review; what was promised and changed is told first",
    status: 200,
    params: One,
    body: z.strictObject({ publicationId: uuid().optional(), untoldReason: line(1_000).optional() }),
    response: Review,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: async (scope, { body }, access) => {
      await closeReview(scope, access, body);
      await keepOccurrence(scope, access.project.id);
      return readReview(scope, { ...access, review: await oneReview(scope, access.review.id) });
    },
  }),
  route({
    method: "POST",
    path: "/reviews/{reviewId}/client-part",
    id: "openClientPart",
    tag,
    summary: "Let whoever of the client is invited read along and say what they think; each is mailed once",
    status: 200,
    params: One,
    body: z.strictObject({ personIds: z.array(uuid()).max(50).default([]) }),
    response: Review,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: async (scope, { body }, access) => {
      await openClientPart(scope, access, body.personIds);
      return readReview(scope, { ...access, review: await oneReview(scope, access.review.id) });
    },
  }),
  route({
    method: "POST",
    path: "/reviews/{reviewId}/client-part/{contactId}/link",
    id: "handOverReviewLink",
    tag,
    summary: "A link to the client's part to give by hand, where mail does not arrive: shown once",
    params: One.extend({ contactId: uuid() }),
    response: z.object({ url: z.string() }),
    policy: { action: "plan.edit", load: (scope, { params }) => visibleReview(scope, params.reviewId) },
    handle: async (scope, { params }, access) =>
      shownOnce(await handOverPart(scope, access, params.contactId)),
  }),
];
