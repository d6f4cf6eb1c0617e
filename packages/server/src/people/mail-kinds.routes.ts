import { z } from "zod";
import { route } from "../access/route.ts";
import { notFound } from "../kit/errors.ts";
import { onePage, pageOf } from "../kit/fields.ts";
import { MAIL_KINDS, type MailKind, optionalOf } from "../mail/letters.ts";
import { refusedKinds } from "../mail/refusals.store.ts";
import { switchableKinds, switchMails } from "../mail/refusals.ts";

const MailSwitch = z
  .object({ kind: z.enum(MAIL_KINDS), called: z.string(), on: z.boolean() })
  .meta({ id: "MailSwitch" });

export const mailKindRoutes = [
  route({
    method: "GET",
    path: "/me/mails",
    id: "listMailSwitches",
    tag: "People",
    summary: "Kinds of mail that you can switch off",
    response: pageOf(MailSwitch),
    policy: { action: "workspace.read" },
    handle: async ({ tx, actor }) => {
      const off = await refusedKinds(tx, actor.workspaceId, actor.personId);
      return onePage(switchableKinds().map((kind) => present(kind, !off.includes(kind))));
    },
  }),
  route({
    method: "PUT",
    path: "/me/mails",
    id: "switchMails",
    tag: "People",
    summary: "Switch mails of one kind on or off",
    body: z.strictObject({ kind: z.enum(MAIL_KINDS), on: z.boolean() }),
    response: MailSwitch,
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: async ({ tx, actor, now }, { body: { kind, on } }) => {
      if (!switchableKinds().includes(kind)) throw notFound();
      const { workspaceId, personId } = actor;
      await switchMails(tx, { workspaceId, personId, kind }, on, now);
      return present(kind, on);
    },
  }),
];

function present(kind: MailKind, on: boolean): z.infer<typeof MailSwitch> {
  return { kind, called: optionalOf(kind)?.called ?? kind, on };
}
