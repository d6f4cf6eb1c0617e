import type { ReactElement } from "react";
import type { Tx } from "../db/database.ts";
import type { LinkState, PersonLinkKind } from "./person-links.ts";
import type { PortalForm, SentFile } from "./portal-form.ts";
import type { SeenView } from "./portal-views.store.ts";
import type { Visit } from "./visit.ts";

export type NavPlace = "home" | "plan" | "decisions" | "updates" | "files";

/** What a page shows inside the frame. */
export interface PortalBody {
  title: string;
  /** Which of the places in the head it is. */
  at?: NavPlace;
  /** What a form brought, said above everything else: done, or why not. */
  notice?: { kind: "notice" | "alert"; text: string } | null;
  body: ReactElement;
  /** How much waits for this person, where the page has counted it. */
  waiting?: number;
  status?: number;
}

export interface Redirect {
  to: string;
  cookie?: string;
}

/** Bytes to keep or to see: files, calendars, PDF. */
export interface Download {
  bytes: Buffer | NodeJS.ReadableStream;
  headers: Record<string, string>;
}

export type Shown = PortalBody | Redirect | Download;

interface AnyPortalPage {
  /** What opening it shows; never changes anything. */
  show(visit: Visit): Promise<Shown>;
  /** What sending its form does. A problem is told above the same page, with what was typed. */
  act?(visit: Visit, form: PortalForm): Promise<Shown>;
  takesFiles?: true;
  /** Keeps what can be kept of a form with files that are not taken, before the page is shown again. */
  keep?(visit: Visit, form: PortalForm): Promise<void>;
  /** Pages that one looks at are written down in the view log; bytes and forms are not. */
  logged?: string | ((visit: Visit) => string);
  /** What follows from the page having stood before somebody's eyes. */
  seen?(tx: Tx, view: SeenView, now: Date): Promise<void>;
}

/** A page of a project, for contacts with a session. */
export interface ProjectPage extends AnyPortalPage {
  path: `/portal/:workspace/:project${string}`;
}

/** A page that a link from a mail opens by itself. */
export interface LinkPage extends AnyPortalPage {
  path: `/${string}/:token${string}`;
  kind: PersonLinkKind;
  /** States of the link that the page explains itself; all others have one page for all. */
  explains?: readonly LinkState[];
  /** Mails the same again under a new link, to the address that is known. */
  again?: (visit: Visit) => Promise<void>;
}

export type PortalPage = ProjectPage | LinkPage;

/** The form as it was sent, on a page that is shown again because of a problem. */
export interface Again {
  form: PortalForm;
  problem: { id: string; text: string; errors: Readonly<Record<string, string>> };
}

const again = new WeakMap<Visit, Again>();

export function rememberForm(visit: Visit, sent: Again): void {
  again.set(visit, sent);
}

/** What was typed the last time, where the page is shown again; empty otherwise. */
export function typed(visit: Visit, field: string, otherwise = ""): string {
  return again.get(visit)?.form.one(field) ?? otherwise;
}

export function typedAll(visit: Visit, field: string): string[] | null {
  return again.get(visit)?.form.all(field) ?? null;
}

/** Names of files that were sent and not taken. */
export function notTaken(visit: Visit): string[] {
  return again.get(visit)?.form.refused ?? [];
}

/** The files that came with it: their bytes are safe, and need not be sent again. */
export function typedFiles(visit: Visit): readonly SentFile[] {
  return again.get(visit)?.form.files ?? [];
}

export function wrongWith(visit: Visit, field: string): string | undefined {
  return again.get(visit)?.problem.errors[field];
}
