import { houseFor } from "../access/house.ts";
import type { Scope } from "../access/scope.ts";
import { recordFor } from "../events/events.ts";
import { addFile } from "../files/files.ts";
import { forbidden, Problem } from "../kit/errors.ts";
import { text } from "../kit/fields.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { PortalBody, Redirect } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { addClientComment } from "../talk/client-comments.ts";
import { visibleSubject } from "../talk/subject.ts";
import { decide, type Said } from "./decide.ts";
import { proveDecider } from "./decision-proof.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { photosIn } from "./kept-photos.ts";
import { pinsIn } from "./pins.ts";

/** Runs a verb in the name of the person who looks. */
export function asVisitor<T>(visit: Visit, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { services, visitor, request } = visit;
  const { workspaceId, personId } = visitor;
  const actor = houseFor(workspaceId, personId);
  const { kit, database } = services;
  return database.inWorkspace(workspaceId, (tx) =>
    work({ tx, actor, kit, now: kit.clock.now(), requestId: request.id }),
  );
}

const VERDICTS = ["approved", "changes_requested", "chosen", "advised"] as const;

/** The decision of the person who looks; who they are comes from link or session, never from the form. */
export async function sayDecision(
  visit: Visit,
  view: DecisionView,
  form: PortalForm,
): Promise<Redirect | PortalBody> {
  const verdict = VERDICTS.find((one) => one === form.one("verdict"));
  if (!verdict) throw new Problem(400, "verdict", "Not valid", "Press one of the buttons.");
  refuseEmpty(verdict, form);
  if (form.refused.length > 0)
    throw new Problem(413, "files-refused", "Not taken", "Some files could not be taken. The rest is kept.");
  const proof = verdict === "advised" ? { cookie: null } : await proveDecider(visit, form);
  if ("body" in proof) return proof;
  const { link } = visit;
  const said: Said = {
    personId: visit.visitor.personId,
    verdict,
    words: text(5_000).parse(form.one("words").trim()),
    criteria:
      view.snapshot.milestone?.criteria.map(({ id }) => id).filter((id) => form.all("unmet").includes(id)) ??
      [],
    pins: pinsIn(form),
    choice: verdict === "chosen" ? form.one("choice").slice(0, 10) : null,
    shownHash: form.one("hash"),
    way: link ? "link" : "session",
    handedOverBy: visit.visitor.handedOverBy,
    linkId: link?.row.id ?? null,
  };
  await decideOrNote(visit, view, said, form);
  const { cookie } = proof;
  return { to: placeOf(visit, view.request.number, "/receipt"), ...(cookie ? { cookie } : {}) };
}

/** Before a code is asked for, so that nobody types one for nothing. */
function refuseEmpty(verdict: Said["verdict"], form: PortalForm): void {
  if ((verdict === "changes_requested" || verdict === "advised") && form.one("words").trim() === "")
    throw new Problem(400, "invalid", "Not valid", "Some fields need another look.", {
      errors: [{ path: "words", message: "Say in a sentence what it is about." }],
    });
}

/** Somebody who may not decide is refused, and that they tried is on record. */
async function decideOrNote(visit: Visit, view: DecisionView, said: Said, form: PortalForm): Promise<void> {
  try {
    await asVisitor(visit, async (scope) => {
      const { isNew } = await decide(scope, view.request.id, said);
      if (isNew) await keepPhotos(scope, visit, view, form);
    });
  } catch (error) {
    if (error instanceof Problem && error.id === "not-an-approver") await noteRefusal(visit, view, said);
    throw error;
  }
}

async function keepPhotos(scope: Scope, visit: Visit, view: DecisionView, form: PortalForm): Promise<void> {
  const photos = photosIn(visit, form);
  if (photos.length === 0) return;
  const access = await visibleSubject(scope, subjectOf(view), "client");
  for (const { name, blob } of photos) await addFile(scope, access, "client", name, blob);
}

function subjectOf({ request: { milestoneId, projectId } }: DecisionView) {
  return milestoneId === null
    ? { kind: "project" as const, id: projectId }
    : { kind: "milestone" as const, id: milestoneId };
}

async function noteRefusal(
  { services, visitor, now }: Visit,
  { request }: DecisionView,
  { verdict, way }: Said,
): Promise<void> {
  const { workspaceId, personId } = visitor;
  await services.database.inWorkspace(workspaceId, (tx) =>
    recordFor(
      tx,
      { workspaceId, actorId: personId, at: now },
      {
        verb: "approval.refused",
        subject: { kind: "approval", id: request.id },
        projectId: request.projectId,
        data: { personId, verdict, way, milestoneId: request.milestoneId },
      },
    ),
  );
}

/** Whoever decides may ask what it is that they decide. */
export function mayAsk({ project }: Visit, { isDecider }: DecisionView): boolean {
  return project.mayComment || isDecider;
}

/** Words beside the request, in the talk that both sides read. */
export async function askQuestion(visit: Visit, view: DecisionView, form: PortalForm): Promise<Redirect> {
  if (!mayAsk(visit, view)) throw forbidden("You read along here. Whoever decides for you can write to us.");
  const body = text(5_000).min(1).parse(form.one("ask").trim());
  await asVisitor(visit, (scope) => addClientComment(scope, view.request.projectId, subjectOf(view), body));
  return { to: `${placeOf(visit, view.request.number)}#talk` };
}
