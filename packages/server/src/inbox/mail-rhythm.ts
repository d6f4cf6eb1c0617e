import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { refusedKinds } from "../mail/refusals.store.ts";
import { switchMails } from "../mail/refusals.ts";
import { findRhythm, writeRhythm } from "./mail-rhythm.store.ts";
import { RHYTHMS } from "./slots.ts";

const Minute = z.int().min(0).max(1_439).nullable();

export const MailRhythm = z
  .strictObject({
    /** How often what is new in the inbox comes by mail. */
    rhythm: z.enum(["off", ...RHYTHMS]),
    /** Minutes of the day in one's own zone between which no mail comes; both or neither. */
    quietFrom: Minute,
    quietTo: Minute,
    /** Of own cards and milestones, the working day before and on the day. */
    reminders: z.boolean(),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ["quietTo"],
    message: "Say from when and until when, or neither.",
  })
  .meta({ id: "MailRhythm" });

export type MailRhythmView = z.infer<typeof MailRhythm>;

/** Who has ended such mails from one of them has switched them off here as well: there is one list of what is refused. */
export async function mailRhythm(scope: Scope): Promise<MailRhythmView> {
  const { workspaceId, personId } = scope.actor;
  const refused = await refusedKinds(scope.tx, workspaceId, personId);
  const row = await findRhythm(scope);
  const chosen = RHYTHMS.find((one) => one === row?.rhythm) ?? "daily";
  return {
    rhythm: refused.includes("bundle") ? "off" : chosen,
    quietFrom: row?.quietFrom ?? null,
    quietTo: row?.quietTo ?? null,
    reminders: !refused.includes("reminder"),
  };
}

export async function setMailRhythm(scope: Scope, wanted: MailRhythmView): Promise<MailRhythmView> {
  const { workspaceId, personId } = scope.actor;
  const { rhythm, quietFrom, quietTo, reminders } = wanted;
  await writeRhythm(scope, { ...(rhythm === "off" ? {} : { rhythm }), quietFrom, quietTo });
  const turn = (kind: "bundle" | "reminder", on: boolean) =>
    switchMails(scope.tx, { workspaceId, personId, kind }, on, scope.now);
  await turn("bundle", rhythm !== "off");
  await turn("reminder", reminders);
  return mailRhythm(scope);
}
