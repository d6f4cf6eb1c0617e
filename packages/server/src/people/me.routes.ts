import { z } from "zod";
import { ACTIONS, can } from "../access/policy.ts";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { horizon, writeCursor } from "../db/event-order.ts";
import { timeZone, title } from "../kit/fields.ts";
import { LANGUAGES } from "../words/say.ts";
import { findOwnPerson, hasSecondFactor } from "./me.store.ts";
import { changeProfile } from "./me.ts";
import { Me, type MeView } from "./me.view.ts";
import { country, region } from "./place.ts";
import { workspace } from "./workspaces.ts";

const ProfileChange = z
  .strictObject({
    name: title(120),
    language: z.enum(LANGUAGES),
    zone: timeZone(),
    country: country().nullable(),
    region: region().nullable(),
  })
  .partial();

export const meRoutes = [
  route({
    method: "GET",
    path: "/me",
    id: "getMe",
    tag: "People",
    summary: "Who you are here, and what you may do",
    response: Me,
    policy: { action: "workspace.read" },
    handle: (scope) => me(scope),
  }),
  route({
    method: "PATCH",
    path: "/me",
    id: "changeMe",
    tag: "People",
    summary: "Change your own name, language, time zone, country or region",
    body: ProfileChange,
    response: Me,
    ifMatch: true,
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: async (scope, { body, revision }) => {
      await changeProfile(scope, revision, body);
      return me(scope);
    },
  }),
];

async function me(scope: Scope): Promise<MeView> {
  const { actor, kit } = scope;
  const person = await findOwnPerson(scope);
  const current = await workspace(scope);
  return Me.parse({
    person,
    role: actor.role,
    workspace: { ...current, id: current.workspaceId },
    totp: await hasSecondFactor(scope),
    can: ACTIONS.filter((action) => can(actor, action)),
    mailConfigured: kit.mail.configured,
    liveAfter: writeCursor(await horizon(scope.tx)),
    revision: person.revision,
  });
}
