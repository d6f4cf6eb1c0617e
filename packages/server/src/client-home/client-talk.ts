import { z } from "zod";
import { forbidden, tooMany } from "../kit/errors.ts";
import { text } from "../kit/fields.ts";
import { mayAsk } from "../people/session-throttle.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { Redirect } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { addClientComment } from "../talk/client-comments.ts";
import type { SubjectRef } from "../talk/subject.ts";

const Words = z.object({
  words: text(20_000).refine((words) => words.trim() !== "", "Write something."),
});

/** So much within a quarter of an hour, that nobody's mailbox is filled by a stuck key. */
export const MOST = 60;

export function wordsOf(form: PortalForm): string {
  return Words.parse({ words: form.one("words") }).words;
}

/** Says something in the client thread of a thing that this page has just shown to this person. */
export async function say(
  visit: Visit,
  form: PortalForm,
  subject: SubjectRef,
  back: string,
): Promise<Redirect> {
  if (!visit.project.mayComment)
    throw forbidden("You read along here. Whoever decides for you can write to us.");
  const body = wordsOf(form);
  const { services, visitor, now, project } = visit;
  const { workspaceId, personId } = visitor;
  if (!(await mayAsk(services, ["client words", workspaceId, personId], MOST))) throw tooMany(900);
  await services.database.inWorkspace(workspaceId, (tx) =>
    addClientComment({ tx, actor: { workspaceId, personId }, now }, project.id, subject, body),
  );
  return { to: back };
}
