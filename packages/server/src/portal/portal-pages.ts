import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ZodError } from "zod";
import type { Services } from "../access/route.ts";
import { Problem } from "../kit/errors.ts";
import { sayProblem } from "../words/say-problem.ts";
import { mountDoors } from "./door-pages.ts";
import { showClosedLink, showDoor } from "./doors.ts";
import { ClosedLink, Door, visitByAddress, visitByLink } from "./find-visit.ts";
import { type HousePage, mountHouse } from "./house-page.ts";
import { mountLogo } from "./logo-page.ts";
import { isOwnForm, type PortalForm, readForm } from "./portal-form.ts";
import { type PortalPage, rememberForm, type Shown } from "./portal-page.ts";
import { PORTAL_SCRIPT } from "./portal-script.ts";
import { seen } from "./portal-views.ts";
import { sendShown } from "./send-shown.ts";
import type { Visit } from "./visit.ts";
import { visitorChoice } from "./visitor-choices.ts";

const FORM = "application/x-www-form-urlencoded";
const FORM_LIMIT = 262_144;
const UPLOAD_LIMIT = 500 * 1_048_576;

/** The pages of clients: rendered here, with plain forms that call the same verbs as the API. */
export function portalPages(pages: readonly PortalPage[], house: HousePage) {
  return async (app: FastifyInstance, services: Services): Promise<void> => {
    await app.register(async (scope) => {
      scope.addContentTypeParser(FORM, { parseAs: "string", bodyLimit: FORM_LIMIT }, (_request, body, done) =>
        done(null, new URLSearchParams(String(body))),
      );
      scope.addContentTypeParser(
        "text/plain",
        { parseAs: "string", bodyLimit: 1_000 },
        (_request, body, done) => done(null, String(body)),
      );
      const hidden = { schema: { hide: true } };
      scope.get("/portal.js", hidden, async (_request, reply) =>
        reply
          .header("cache-control", "public, max-age=3600")
          .type("text/javascript; charset=utf-8")
          .send(PORTAL_SCRIPT),
      );
      scope.post("/portal-seen", hidden, async (request, reply) => {
        await seen(services, String(request.body), async (tx, view, now) => {
          await pages.find(({ logged }) => logged === view.page)?.seen?.(tx, view, now);
        });
        return reply.code(204).send();
      });
      mountDoors(scope, services);
      mountLogo(scope, services);
      mountHouse(scope, services, house);
      for (const page of pages) mountPage(scope, services, page);
    });
  };
}

function mountPage(scope: FastifyInstance, services: Services, page: PortalPage): void {
  const options = { schema: { hide: true }, bodyLimit: page.takesFiles ? UPLOAD_LIMIT : FORM_LIMIT };
  scope.get(page.path, options, (request, reply) =>
    throughDoors(services, request, reply, page, async () => {
      const visit = await find(services, request, page);
      return { visit, shown: await page.show(visit) };
    }),
  );
  scope.post(page.path, options, (request, reply) =>
    throughDoors(services, request, reply, page, async () => {
      const visit = await find(services, request, page);
      return { visit, shown: await act(visit, page, reply) };
    }),
  );
}

function find(services: Services, request: FastifyRequest, page: PortalPage): Promise<Visit> {
  return "kind" in page ? visitByLink(services, request, page) : visitByAddress(services, request);
}

async function throughDoors(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  page: PortalPage,
  work: () => Promise<{ visit: Visit; shown: Shown }>,
): Promise<FastifyReply> {
  try {
    const { visit, shown } = await work();
    return await sendShown(reply, visit, shown, request.method === "GET" ? viewOf(page, visit) : null);
  } catch (error) {
    if (error instanceof Door) return showDoor(services, request, reply, error);
    if (error instanceof ClosedLink) return showClosedLink(services, request, reply, { page, closed: error });
    throw error;
  }
}

function viewOf({ logged }: PortalPage, visit: Visit): string | null {
  return typeof logged === "function" ? logged(visit) : (logged ?? null);
}

async function act(visit: Visit, page: PortalPage, reply: FastifyReply): Promise<Shown> {
  const { services, request } = visit;
  refuseWhileReadOnly(visit);
  if (visit.preview !== null)
    throw new Problem(
      403,
      "preview",
      "Only looking",
      "You look as a client would. Nothing can be sent from here.",
    );
  const form = await readForm(request, services.kit, page.takesFiles ?? false);
  try {
    if (!isOwnForm(form, visit.formToken)) throw staleForm();
    const chosen = await visitorChoice(visit, form);
    if (chosen) return chosen;
    if (!page.act) throw new Problem(405, "no-form", "Not possible", "Nothing can be sent from this page.");
    if (form.refused.length > 0) {
      await page.keep?.(visit, form);
      throw filesRefused();
    }
    return await page.act(visit, form);
  } catch (error) {
    return showAgain(visit, page, reply, { error, form });
  }
}

/** The same page with what was typed and what is wrong; failures that nobody can mend go on. */
async function showAgain(
  visit: Visit,
  page: PortalPage,
  reply: FastifyReply,
  { error, form }: { error: unknown; form: PortalForm },
): Promise<Shown> {
  const told = sayProblem(visit.say, error);
  if (!told || (error instanceof Problem && [404, 410].includes(error.status))) throw error;
  const status = error instanceof Problem ? error.status : error instanceof ZodError ? 400 : 500;
  if (error instanceof Problem && typeof error.facts.retryAfterSeconds === "number")
    reply.header("retry-after", String(error.facts.retryAfterSeconds));
  rememberForm(visit, { form, problem: told });
  const shown = await page.show(visit);
  return "body" in shown ? { ...shown, status, notice: { kind: "alert", text: told.text } } : shown;
}

function refuseWhileReadOnly({ services }: Visit): void {
  const reason = services.kit.readOnlyReason();
  if (reason) throw new Problem(507, "read-only", "Only reading just now", reason);
}

function filesRefused(): Problem {
  return new Problem(
    413,
    "files-refused",
    "Files not taken",
    "Some files could not be taken; all else is kept. A file has at most 100 MB, 20 at once, and programs cannot be sent: put them into a ZIP file.",
  );
}

function staleForm(): Problem {
  return new Problem(403, "form-token", "Once more", "This page was open too long. Please send it again.");
}
