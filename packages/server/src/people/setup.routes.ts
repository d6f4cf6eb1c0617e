import { z } from "zod";
import { openRoute } from "../access/route.ts";
import { currency, email, password, timeZone, title } from "../kit/fields.ts";
import { setCookies } from "./auth-exchange.ts";
import { SignedInView } from "./session.view.ts";
import { sourceOf } from "./session-source.ts";
import { setUp, setupNeeded } from "./setup.ts";
import { isAtThisMachine } from "./setup-code.ts";
import { WorkingWeek } from "./week.ts";

export const SetupWish = z.strictObject({
  name: title(120),
  email: email(),
  password: password(),
  workspaceName: title(120),
  timeZone: timeZone(),
  workingWeek: WorkingWeek.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Use a two-letter country code.")
    .optional(),
  currency: currency().optional(),
  code: z.string().trim().max(40).optional(),
});

const because = "An empty installation has no members; later it only says that it is set up.";

export const setupRoutes = [
  openRoute({
    method: "GET",
    path: "/setup",
    id: "getSetup",
    tag: "Sign-in",
    summary: "Whether the first workspace is still to be made",
    response: z.object({ needed: z.boolean(), codeNeeded: z.boolean() }).meta({ id: "Setup" }),
    policy: "public",
    because,
    handle: async (services, _input, { request }) => {
      const needed = await setupNeeded(services);
      return { needed, codeNeeded: needed && !isAtThisMachine(request) };
    },
  }),
  openRoute({
    method: "POST",
    path: "/setup",
    id: "setUp",
    tag: "Sign-in",
    summary: "Make the first workspace and its owner",
    body: SetupWish,
    response: SignedInView,
    policy: "public",
    because,
    handle: async (services, { body }, { request, reply }) => {
      const { cookies, ...signedIn } = await setUp(
        services,
        sourceOf(request),
        isAtThisMachine(request),
        body,
      );
      setCookies(reply, cookies);
      return signedIn;
    },
  }),
];
