import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate, line, minutes, uuid } from "../kit/fields.ts";
import { type CardAccess, type CardRow, visibleCard } from "./card-access.store.ts";
import {
  archiveCard,
  setBlocked,
  setCover,
  setDates,
  setEstimate,
  setMarks,
  setMilestone,
  setPriority,
  unarchiveCard,
} from "./card-fields.ts";
import { Card, presentCard } from "./cards.view.ts";

const ids = () => z.array(uuid()).max(50).optional();
const Marks = z.strictObject({ add: ids(), remove: ids() });
const Dates = z.strictObject({
  startOn: civilDate().nullable().optional(),
  dueOn: civilDate().nullable().optional(),
});
const Estimate = z.strictObject({
  low: minutes().nullable(),
  likely: minutes().nullable(),
  high: minutes().nullable(),
});
const Nothing = z.strictObject({});
const priority = () => z.int().min(0).max(3);

const Blocked = z.strictObject({
  reason: line().min(1, "Say what it waits for.").nullable(),
  byClient: z.boolean().default(false),
});

/** One quick field of a card: loads it, checks, writes, answers with the card. */
function field<B extends z.ZodType>(
  method: "PUT" | "POST",
  name: string,
  described: { id: string; summary: string; body: B },
  write: (scope: Scope, card: CardRow, body: z.output<B>) => Promise<CardRow>,
) {
  return route({
    ...described,
    method,
    path: `/cards/{cardId}/${name}`,
    tag: "Board",
    status: 200,
    params: z.strictObject({ cardId: uuid() }),
    response: Card,
    policy: {
      action: "card.edit",
      load: (scope, { params }): Promise<CardAccess> => visibleCard(scope, params.cardId),
    },
    handle: async (scope, { body }, { project, card }) =>
      presentCard(project.key, await write(scope, card, body)),
  });
}

export const cardFieldRoutes = [
  field(
    "PUT",
    "people",
    { id: "setCardPeople", summary: "Who works on it", body: Marks },
    (scope, card, body) => setMarks(scope, card, "people", body),
  ),
  field("PUT", "labels", { id: "setCardLabels", summary: "Its labels", body: Marks }, (scope, card, body) =>
    setMarks(scope, card, "labels", body),
  ),
  field(
    "PUT",
    "milestone",
    {
      id: "setCardMilestone",
      summary: "The milestone it serves",
      body: z.strictObject({ milestoneId: uuid().nullable(), expected: uuid().nullable() }),
    },
    (scope, card, body) => setMilestone(scope, card, body.milestoneId, body.expected),
  ),
  field(
    "PUT",
    "dates",
    { id: "setCardDates", summary: "Start and due date", body: Dates.extend({ expected: Dates.optional() }) },
    (scope, card, { expected, ...dates }) => setDates(scope, card, dates, expected),
  ),
  field(
    "PUT",
    "estimate",
    {
      id: "estimateCard",
      summary: "Effort in minutes: low, likely, high",
      body: Estimate.extend({ expected: Estimate.optional() }),
    },
    (scope, card, { expected, ...estimate }) => setEstimate(scope, card, estimate, expected),
  ),
  field(
    "PUT",
    "priority",
    {
      id: "setCardPriority",
      summary: "0 none, 1 low, 2 medium, 3 high",
      body: z.strictObject({ priority: priority(), expected: priority().optional() }),
    },
    (scope, card, body) => setPriority(scope, card, body.priority, body.expected),
  ),
  field(
    "PUT",
    "blocked",
    { id: "blockCard", summary: "What it waits for, if anything", body: Blocked },
    (scope, card, body) => setBlocked(scope, card, body.reason, body.byClient),
  ),
  field(
    "PUT",
    "cover",
    {
      id: "setCardCover",
      summary:
        "The picture it is shown with, one of its own files; refused when it is no longer as you saw it",
      body: z.strictObject({ fileId: uuid().nullable(), expected: uuid().nullable() }),
    },
    (scope, card, body) => setCover(scope, card, body.fileId, body.expected),
  ),
  field("POST", "archive", { id: "archiveCard", summary: "Off the board, kept", body: Nothing }, archiveCard),
  field(
    "POST",
    "unarchive",
    { id: "unarchiveCard", summary: "Back to where it was", body: Nothing },
    unarchiveCard,
  ),
];
