import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused } from "../kit/errors.ts";
import type { MilestoneAccess } from "../milestones/milestone-access.ts";
import { type MilestoneWithParts, partsOf } from "../milestones/milestone-parts.store.ts";
import { replaceRoles } from "../milestones/milestone-roles.store.ts";
import { createMilestone, trashMilestone } from "../milestones/milestones.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import type { CardRow } from "./card-access.store.ts";
import { wholeCard } from "./card-detail.ts";
import { findPlace } from "./card-place.store.ts";
import { createCard, trashCard } from "./cards.ts";
import { addItems } from "./checklist.ts";
import { countCards } from "./open-cards.store.ts";
import { carryOver, recount } from "./promotion.store.ts";

/** The card turns out to be an event with a date: its talk, files, people and words go along, the card to the trash. */
export async function promoteCard(scope: Scope, card: CardRow): Promise<string> {
  const { project } = await visibleProject(scope, card.projectId);
  const { body, checklist } = (await wholeCard(scope, card.id)).detail;
  const lines = checklist.map(({ done, text }) => `- [${done ? "x" : " "}] ${text}`);
  const made = await createMilestone(scope, project, {
    title: card.title,
    outcome: [body, lines.join("\n")].filter((part) => part !== "").join("\n\n"),
    ownerId: card.people[0] ?? null,
    startOn: card.startOn,
    targetOn: card.dueOn,
    audience: card.audience === "client" ? "client" : "team",
  });
  await replaceRoles(
    scope,
    made.id,
    card.people.map((personId) => ({ personId, role: "responsible", part: "" })),
  );
  await carryOver(scope, { kind: "card", id: card.id }, { kind: "milestone", id: made.id });
  await recount(scope, card.id);
  await trashCard(scope, card);
  await record(scope, {
    verb: "card.promoted",
    subject: { kind: "card", id: card.id },
    projectId: card.projectId,
    data: { milestoneId: made.id },
  });
  return made.id;
}

/** The milestone turns out to be work: it becomes a card, with all that hangs on it; what it held must have gone before. */
export async function demoteMilestone(
  scope: Scope,
  { milestone }: MilestoneAccess,
  columnId: string | undefined,
): Promise<CardRow> {
  const { id, projectId, state, title } = milestone;
  if (state === "submitted" || state === "accepted" || state === "dropped")
    throw refused("milestone-closed", `This milestone is ${state}: it stays a milestone.`, { state });
  const held = await countCards(scope, id);
  if (held > 0)
    throw refused("milestone-has-cards", "It holds cards or minor milestones. Move them first.", {
      count: held,
    });
  const [parts] = await partsOf(scope, { id });
  const card = await createCard(
    scope,
    projectId,
    {
      title,
      body: [milestone.outcome, milestone.why].filter((part) => part !== "").join("\n\n"),
      people: parts ? peopleOf(parts) : [],
      startOn: milestone.startOn,
      dueOn: milestone.targetOn,
    },
    await findPlace(scope, projectId, { columnId }),
  );
  if (parts && parts.criteria.length > 0)
    await addItems(
      scope,
      card,
      parts.criteria.map(({ text }) => ({ text, heading: "Done when" })),
      {},
    );
  await carryOver(scope, { kind: "milestone", id }, { kind: "card", id: card.id });
  const counts = await recount(scope, card.id);
  await trashMilestone(scope, milestone);
  await record(scope, {
    verb: "milestone.demoted",
    subject: { kind: "milestone", id },
    projectId,
    data: { cardId: card.id },
  });
  return { ...card, ...counts, itemCount: parts?.criteria.length ?? 0 };
}

function peopleOf({ ownerId, roles }: MilestoneWithParts): string[] {
  const doers = roles.filter(({ role }) => role === "responsible").map(({ personId }) => personId);
  return [...new Set([...(ownerId === null ? [] : [ownerId]), ...doers])];
}
