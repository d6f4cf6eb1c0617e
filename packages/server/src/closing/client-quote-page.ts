import { createElement } from "react";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { invalid, notFound } from "../kit/errors.ts";
import { line } from "../kit/fields.ts";
import { contactScope } from "../portal/contact-scope.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { LinkPage, PortalBody, ProjectPage, Redirect } from "../portal/portal-page.ts";
import { read, type Visit } from "../portal/visit.ts";
import { type AskedQuote, QuotePage } from "./client-quote.page.tsx";
import { quoteForClient } from "./client-quotes.store.ts";
import { confirmQuote, declineQuote, mailQuote, oneQuote } from "./client-quotes.ts";

const page = { logged: "quote", show, act };

/** Whoever was asked for a sentence confirms it, changes it, or says no; looking does neither. */
export const clientQuotePages: readonly (LinkPage | ProjectPage)[] = [
  { ...page, path: "/portal/:workspace/:project/quote" },
  {
    ...page,
    path: "/q/:token",
    kind: "quote",
    again: async (visit) => {
      const { id } = await askedOf(visit);
      await asThemselves(visit, async (scope) =>
        mailQuote(scope, await oneQuote(scope, id), visit.visitor.personId),
      );
    },
  },
];

async function askedOf(visit: Visit): Promise<AskedQuote> {
  const { project, link } = visit;
  const found = await read(visit, (tx) => quoteForClient(tx, project.id, link?.row.subjectId ?? null));
  if (!found) throw notFound();
  return found;
}

function asThemselves<T>(visit: Visit, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { services, visitor } = visit;
  return services.database.inWorkspace(visitor.workspaceId, (tx) => work(contactScope(visit, tx)));
}

async function show(visit: Visit): Promise<PortalBody> {
  const quote = await askedOf(visit);
  return { title: visit.say("May we quote you?"), body: createElement(QuotePage, { visit, quote }) };
}

async function act(visit: Visit, form: PortalForm): Promise<Redirect> {
  const quote = await askedOf(visit);
  const { handedOverBy } = visit.visitor;
  if (z.enum(["confirm", "decline"]).parse(form.one("do")) === "decline") {
    await asThemselves(visit, (scope) => declineQuote(scope, quote, handedOverBy));
  } else {
    const words = line(300).parse(form.one("words").replaceAll(/\s+/g, " ")).trim();
    const missing = "Write the sentence, or say no.";
    if (words === "") throw invalid([{ path: "words", message: missing }], missing);
    const nameHidden = form.one("hideName") !== "";
    await asThemselves(visit, (scope) => confirmQuote(scope, quote, { words, nameHidden, handedOverBy }));
  }
  return { to: visit.request.url };
}
