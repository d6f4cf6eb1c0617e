import { timingSafeEqual } from "node:crypto";
import type { Blob } from "../files/blobs.ts";
import type { Kit } from "../kit/context.ts";
import { formTokenFor, type PortalForm, type SentFile } from "../portal/portal-form.ts";
import { typedAll, typedFiles } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";

export interface KeptPhoto {
  name: string;
  /** Says which bytes were sent with this form, and that we have written it. */
  ticket: string;
}

/** Photos that came with a form that was shown again: nobody has to choose them twice. */
export function keptPhotos(visit: Visit): KeptPhoto[] {
  return ticketsOf(visit, {
    files: [...typedFiles(visit)],
    tickets: typedAll(visit, "kept") ?? [],
  }).map((ticket) => ({ name: readTicket(visit, ticket)?.name ?? "", ticket }));
}

export function ticketsIn(visit: Visit, form: PortalForm): string[] {
  return ticketsOf(visit, { files: form.files, tickets: form.all("kept") });
}

function ticketsOf(visit: Visit, sent: { files: readonly SentFile[]; tickets: readonly string[] }): string[] {
  const known = sent.tickets.filter((ticket) => readTicket(visit, ticket) !== null);
  return [...known, ...sent.files.map((file) => writeTicket(visit, file))];
}

/** All photos of this form: those sent with it and those kept from before. */
export function photosIn(visit: Visit, form: PortalForm): { name: string; blob: Blob }[] {
  return ticketsIn(visit, form).flatMap((ticket) => readTicket(visit, ticket) ?? []);
}

function writeTicket({ services, formToken }: Visit, { name, blob }: SentFile): string {
  const text = Buffer.from(JSON.stringify({ name, blob })).toString("base64url");
  return `${text}.${sign(services.kit, formToken, text)}`;
}

function readTicket({ services, formToken }: Visit, ticket: string): { name: string; blob: Blob } | null {
  const [text = "", mark = ""] = ticket.split(".", 2);
  const own = Buffer.from(sign(services.kit, formToken, text));
  const given = Buffer.from(mark);
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  // We have signed exactly this text, so it is what we wrote.
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as { name: string; blob: Blob };
}

function sign(kit: Kit, formToken: string, text: string): string {
  return formTokenFor(kit, `kept:${formToken}:${text}`);
}
