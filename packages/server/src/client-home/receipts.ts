import { forbidden, notFound, tooMany } from "../kit/errors.ts";
import { mayAsk } from "../people/session-throttle.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { Redirect } from "../portal/portal-page.ts";
import { portalHref, read, type Visit } from "../portal/visit.ts";
import { type Answering, acknowledge, question } from "../publications/receipts.ts";
import { addClientComment } from "../talk/client-comments.ts";
import { MOST, wordsOf } from "./client-talk.ts";
import { toldPublication } from "./receipts.store.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** "I have read this", or a question about it, which stands in the talk of the project. */
export async function answerPublication(visit: Visit, form: PortalForm): Promise<Redirect> {
  const { project, visitor, now, services } = visit;
  const id = form.one("publication");
  const told = UUID.test(id) ? await read(visit, (tx) => toldPublication(tx, project.id, id)) : undefined;
  if (!told) throw notFound();
  const { workspaceId, personId, handedOverBy } = visitor;
  const answering: Answering = {
    workspaceId,
    personId,
    publicationId: id,
    projectId: project.id,
    n: told.n,
    side: "client",
    now,
    handedOverBy,
  };
  if (form.one("do") === "ask") await ask(visit, form, answering);
  else await services.database.inWorkspace(workspaceId, (tx) => acknowledge(tx, answering));
  return { to: `${portalHref(visit, "/updates")}#plan-${told.n}` };
}

async function ask(visit: Visit, form: PortalForm, answering: Answering): Promise<void> {
  const { project, services, now } = visit;
  if (!project.mayComment) throw forbidden("You read along here. Whoever decides for you can write to us.");
  const { workspaceId, personId, n } = answering;
  const words = wordsOf(form);
  if (!(await mayAsk(services, ["client words", workspaceId, personId], MOST))) throw tooMany(900);
  await services.database.inWorkspace(workspaceId, async (tx) => {
    await question(tx, answering, words);
    const about = visit.say("About plan {n}: {words}", { n, words });
    const subject = { kind: "project", id: project.id } as const;
    await addClientComment({ tx, actor: { workspaceId, personId }, now }, project.id, subject, about);
  });
}
