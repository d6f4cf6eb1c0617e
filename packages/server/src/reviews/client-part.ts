import type { Scope } from "../access/scope.ts";
import { notFound, refused } from "../kit/errors.ts";
import { mailStates } from "../mail/mails.store.ts";
import { queueMail } from "../mail/mails.ts";
import { namesOfPeople } from "../people/names.store.ts";
import { whoTakesLink } from "../portal/client-access.ts";
import { handOver, makePersonLink } from "../portal/person-links.ts";
import { findReader } from "../portal/readers.store.ts";
import { contactsOfProject } from "../projects/project-people.store.ts";
import { lastPublication } from "../publications/publications.store.ts";
import { invite } from "./client-part.store.ts";
import type { ReviewAccess } from "./read-review.ts";
import { invitedOf } from "./review-facts.store.ts";
import { changeReview, type ReviewRow } from "./reviews.store.ts";
import { enterReview, refuseOver, tell } from "./reviews.ts";

/** From now on whoever of the client is invited reads along and says what they think; each is mailed once. */
export async function openClientPart(
  scope: Scope,
  access: ReviewAccess,
  personIds: readonly string[],
): Promise<void> {
  const review = await enterReview(scope, access);
  const { project } = access;
  const contacts = new Set((await contactsOfProject(scope, project.id)).map(({ id }) => id));
  if (personIds.some((id) => !contacts.has(id))) throw notFound("This person is not on the project.");
  await invite(scope, project.id, personIds);
  const invited = (await invitedOf(scope, project.id)).map(({ personId }) => personId);
  if (invited.length === 0)
    throw refused("nobody-invited", "Nobody of the client is invited to the reviews of this project yet.");
  if (!(await lastPublication(scope, project.id)))
    throw refused("not-published", "Publish the plan first: the client reads nothing else of it.");
  if (review.clientPartAt === null) {
    await changeReview(scope, review.id, { clientPartAt: scope.now });
    await tell(scope, review, "clientPartOpened", { personIds: invited });
  }
  for (const personId of invited) await mailPart(scope, review, personId, `${review.id}:${personId}`);
}

/** A link of this person alone; whoever has no part in the project any more gets none. */
export async function mailPart(
  scope: Scope,
  { id, workspaceId, projectId, leaderId }: ReviewRow,
  personId: string,
  key: string,
): Promise<void> {
  const { tx, kit } = scope;
  if ((await mailStates(tx, workspaceId, [`reviewPart:${key}`])).size > 0) return;
  const reader = await findReader(tx, { workspaceId, personId, projectId });
  if (!reader) return;
  const { project, email, language } = reader;
  const person = { id: personId, email };
  const linkId = await makePersonLink(tx, kit, {
    workspaceId,
    kind: "review",
    person,
    projectId,
    subjectId: id,
  });
  const [leader] = leaderId === null ? [] : await namesOfPeople(scope, [leaderId]);
  const data = { linkId, project, asker: leader?.name ?? project };
  const to = { workspaceId, personId, email, language, projectId, subjectId: id };
  await queueMail(tx, kit, to, { kind: "reviewPart", data }, key);
}

/** A link to part 2, for where mail does not arrive: shown once, and named with everything that is said through it. */
export async function handOverPart(
  scope: Scope,
  { project, review }: ReviewAccess,
  contactId: string,
): Promise<{ url: string }> {
  const { email } = await whoTakesLink(scope, project, contactId);
  refuseOver(review);
  const invited = await invitedOf(scope, project.id);
  if (review.clientPartAt === null || !invited.some(({ personId }) => personId === contactId))
    throw refused("not-invited", "Open the client's part for this person first.");
  const url = await handOver(scope.tx, scope.kit, {
    workspaceId: review.workspaceId,
    kind: "review",
    person: { id: contactId, email },
    projectId: project.id,
    subjectId: review.id,
    handedOverBy: scope.actor.personId,
  });
  await tell(scope, review, "linkHandedOver", { personId: contactId });
  return { url };
}
