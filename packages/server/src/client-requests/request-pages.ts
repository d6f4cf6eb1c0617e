import { createElement } from "react";
import { z } from "zod";
import { notFound } from "../kit/errors.ts";
import { text } from "../kit/fields.ts";
import { contactScope } from "../portal/contact-scope.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { LinkPage, ProjectPage, Shown } from "../portal/portal-page.ts";
import { needsCode, portalHref, read, type Visit } from "../portal/visit.ts";
import { type Given, keepAnswer, sendAnswer } from "./answering.ts";
import { findRequest } from "./client-requests.store.ts";
import { Texts } from "./client-requests.view.ts";
import { RequestPage } from "./request.page.tsx";
import { mailRequest } from "./request-mails.ts";
import { type RequestForClient, requestForClient } from "./request-portal.store.ts";

const words = () => text(15_000);
const PlaceInList = z.coerce.number().int().min(1).max(1_000_000);

const page = {
  logged: "request",
  takesFiles: true as const,
  show,
  act,
  async keep(visit: Visit, form: PortalForm): Promise<void> {
    const found = await requestOf(visit);
    await within(visit, found, (scope, id) => keepAnswer(scope, id, givenBy(visit, form, found)));
  },
};

/** What is needed from somebody, answered without an account; by the link from a mail, or from their own pages. */
export const requestPages: readonly (LinkPage | ProjectPage)[] = [
  {
    ...page,
    path: "/r/:token",
    kind: "request",
    again: async (visit) => {
      const { request } = await requestOf(visit);
      await within(visit, { request }, async (scope, id) => {
        const row = await findRequest(scope, id);
        if (row) await mailRequest(scope, row, { turn: "again" });
      });
    },
  },
  { ...page, path: "/portal/:workspace/:project/requests/:number" },
];

async function requestOf(visit: Visit): Promise<RequestForClient> {
  const { project, link, request } = visit;
  const { number } = request.params as { number?: string };
  const which = link
    ? { projectId: project.id, id: link.row.subjectId ?? "" }
    : { projectId: project.id, number: PlaceInList.safeParse(number).data ?? 0 };
  const found = await read(visit, (tx) => requestForClient(tx, which));
  if (!found) throw notFound();
  return found;
}

async function show(visit: Visit): Promise<Shown> {
  const found = await requestOf(visit);
  const { done } = visit.request.query as { done?: unknown };
  const notice =
    done === "saved"
      ? { kind: "notice" as const, text: visit.say("Saved. You can go on later with the same link.") }
      : null;
  return { title: found.request.title, notice, body: createElement(RequestPage, { visit, found }) };
}

async function act(visit: Visit, form: PortalForm): Promise<Shown> {
  const found = await requestOf(visit);
  const here = visit.request.url.split("?", 1)[0] ?? "";
  const given = givenBy(visit, form, found);
  const sends = form.one("do") === "send" && given.without.length === 0;
  // Kept first and by itself: whatever is still missing, what was typed and chosen stays.
  await within(visit, found, (scope, id) => keepAnswer(scope, id, given));
  if (!sends) return { to: `${here}?done=saved` };
  // A confirmation counts like a decision: the page behind the door asks for the code first.
  if (found.request.kind === "confirm" && needsCode(visit))
    return { to: portalHref(visit, `/requests/${found.request.number}`) };
  await within(visit, found, (scope, id) => sendAnswer(scope, id, { ...given, files: [], without: [] }));
  return { to: here };
}

function givenBy(
  { visitor }: Visit,
  form: PortalForm,
  { request }: Pick<RequestForClient, "request">,
): Given {
  const questions = Texts.parse(request.questions);
  const typed = z
    .strictObject({ words: words(), answers: z.array(words()) })
    .parse({ words: form.one("words"), answers: questions.map((_question, n) => form.one(`answer-${n}`)) });
  const { handedOverBy } = visitor;
  return { ...typed, files: form.files, without: form.all("without"), handedOverBy };
}

function within(
  visit: Visit,
  { request }: Pick<RequestForClient, "request">,
  work: (scope: ReturnType<typeof contactScope>, id: string) => Promise<void>,
): Promise<void> {
  const { services, visitor } = visit;
  return services.database.inWorkspace(visitor.workspaceId, (tx) =>
    work(contactScope(visit, tx), request.id),
  );
}
