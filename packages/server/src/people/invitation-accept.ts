import type { Services } from "../access/route.ts";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { conflict, invalid, type Problem, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { authOf } from "./auth.ts";
import { insertUser, userByEmail } from "./auth-users.store.ts";
import { acceptInvitationRow, personAt, workspaceFacts } from "./invitations.store.ts";
import { insertMember, insertPerson, joinProjects } from "./joining.store.ts";
import { consumeLink, type LinkRow } from "./links.store.ts";
import { linkGone, openLink } from "./links.ts";
import { closeSession, openSession, type SignedIn, signIn } from "./session-sign-in.ts";
import type { Source } from "./session-source.ts";
import { endAttempt } from "./session-throttle.ts";

export interface Acceptance {
  token: string;
  password: string;
  /** Needed from somebody who has no sign-in yet. */
  name?: string | undefined;
  totp?: string | undefined;
}

/** Makes a new member, or takes somebody who signs in already into this workspace; once. */
export async function acceptInvitation(
  services: Services,
  source: Source,
  wanted: Acceptance,
): Promise<SignedIn> {
  const link = await openLink(services, "invitation", wanted.token);
  const user = await userByEmail(services.database.outside, link.email);
  return user ? joinAs(services, source, link, user, wanted) : startAs(services, source, link, wanted);
}

/** What the page shows before anything is decided. */
export async function lookAtInvitation(services: Services, token: string) {
  const link = await openLink(services, "invitation", token);
  const known = (await userByEmail(services.database.outside, link.email)) !== undefined;
  const facts = await services.database.inWorkspace(link.workspaceId, (tx) =>
    workspaceFacts(tx, link.workspaceId),
  );
  return { email: link.email, workspace: facts.name, known };
}

async function joinAs(
  services: Services,
  source: Source,
  link: LinkRow,
  user: { id: string; name: string },
  { password, totp }: Acceptance,
): Promise<SignedIn> {
  const { cookies, attempt } = await openSession(services, source, { email: link.email, password, totp });
  try {
    const { workspaceId } = link;
    const personId = await services.database.inWorkspace(workspaceId, (tx) => join(tx, services, link, user));
    await endAttempt(services, attempt);
    return { personId, name: user.name, workspaceId, cookies };
  } catch (error) {
    await closeSession(services, cookies);
    throw error;
  }
}

async function startAs(
  services: Services,
  source: Source,
  link: LinkRow,
  { name, password }: Acceptance,
): Promise<SignedIn> {
  if (!name) throw invalid([{ path: "name", message: "Write your name." }]);
  const context = await (await authOf(services)).$context;
  const passwordHash = await context.password.hash(password);
  await services.database.inWorkspace(link.workspaceId, async (tx) => {
    const user = { id: newId(), name };
    await join(tx, services, link, user, async () => {
      if (!(await insertUser(tx, { ...user, email: link.email, passwordHash }))) throw tryAgain();
    });
  });
  return signIn(services, source, { email: link.email, password });
}

/** The link is used up first, so that of several tries at once only one goes on. */
async function join(
  tx: Tx,
  { kit }: Services,
  link: LinkRow,
  user: { id: string; name: string },
  before: () => Promise<void> = async () => undefined,
): Promise<string> {
  const { workspaceId, email } = link;
  const now = kit.clock.now();
  if (!(await consumeLink(tx, link, now))) throw linkGone();
  const invitation =
    link.invitationId && (await acceptInvitationRow(tx, workspaceId, link.invitationId, now));
  if (!invitation) throw linkGone();
  await before();
  const personId = await personFor(tx, workspaceId, email, user);
  await insertMember(tx, { workspaceId, personId, userId: user.id, role: invitation.role });
  await joinProjects(tx, workspaceId, personId, invitation.projectIds);
  const data = { role: invitation.role, invitationId: link.invitationId };
  await recordFor(
    tx,
    { workspaceId, actorId: personId, at: now },
    { verb: "member.joined", subject: { kind: "person", id: personId }, data },
  );
  return personId;
}

/** Joined elsewhere in the same moment: next time they are asked for the password they have now. */
function tryAgain(): Problem {
  return conflict("just-joined", "This address got a sign-in a moment ago. Open the link again.");
}

async function personFor(
  tx: Tx,
  workspaceId: string,
  email: string,
  user: { id: string; name: string },
): Promise<string> {
  const known = await personAt(tx, workspaceId, email);
  if (known?.clientId || known?.status === "active")
    throw refused("already-here", "This address belongs to somebody in this workspace already.");
  if (known) return known.id;
  const { zone, country } = await workspaceFacts(tx, workspaceId);
  const id = newId();
  await insertPerson(tx, { workspaceId, id, name: user.name, email, zone, country });
  return id;
}
