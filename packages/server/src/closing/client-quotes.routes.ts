import { z } from "zod";
import { route, shownOnce } from "../access/route.ts";
import { line, onePage, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { askForQuote, handOverQuote, quotesOf, takeQuoteBack, visibleQuote } from "./client-quotes.ts";
import { ClientQuote } from "./client-quotes.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ clientQuoteId: uuid() });
const tag = "Closing";

export const clientQuoteRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/client-quotes",
    id: "listClientQuotes",
    tag,
    summary: "Sentences with which people of the client were asked to be quoted, and what they said",
    params: InProject,
    response: pageOf(ClientQuote),
    policy: {
      action: "retrospective.read",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, _input, { project }) => onePage(await quotesOf(scope, project)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/client-quotes",
    id: "askForQuote",
    tag,
    summary: "Ask somebody of the client whether they may be quoted with a sentence",
    params: InProject,
    body: z.strictObject({
      contactId: uuid(),
      words: line(300).refine((words) => words.trim() !== "", "Write the sentence."),
    }),
    response: ClientQuote,
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: (scope, { body }, { project }) => askForQuote(scope, project, body),
  }),
  route({
    method: "DELETE",
    path: "/client-quotes/{clientQuoteId}",
    id: "takeQuoteBack",
    tag,
    summary: "Take a question back that nobody has answered",
    params: One,
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleQuote(scope, params.clientQuoteId),
    },
    handle: (scope, _input, access) => takeQuoteBack(scope, access),
  }),
  route({
    method: "POST",
    path: "/client-quotes/{clientQuoteId}/link",
    id: "handOverQuoteLink",
    tag,
    summary: "A link to give by hand, where mail does not arrive: shown once",
    params: One,
    response: z.object({ url: z.string() }),
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleQuote(scope, params.clientQuoteId),
    },
    handle: async (scope, _input, access) => shownOnce(await handOverQuote(scope, access)),
  }),
];
