import { route } from "../access/route.ts";
import { MailRhythm, mailRhythm, setMailRhythm } from "./mail-rhythm.ts";

export const mailRhythmRoutes = [
  route({
    method: "GET",
    path: "/me/mail-rhythm",
    id: "getMailRhythm",
    tag: "Inbox",
    summary: "How often your inbox comes by mail, when no mail comes, and whether you are reminded",
    response: MailRhythm,
    policy: { action: "workspace.read" },
    handle: (scope) => mailRhythm(scope),
  }),
  route({
    method: "PUT",
    path: "/me/mail-rhythm",
    id: "setMailRhythm",
    tag: "Inbox",
    summary: "Choose how often your inbox comes by mail, quiet hours and reminders",
    body: MailRhythm,
    response: MailRhythm,
    policy: { action: "profile.edit", load: async ({ actor }) => ({ personId: actor.personId }) },
    handle: (scope, { body }) => setMailRhythm(scope, body),
  }),
];
