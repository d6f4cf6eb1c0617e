import { agoText, dayText } from "../lib/dates.ts";
import { fileAddress } from "../lib/file-address.ts";
import { STATE_NAMES } from "../lib/milestone-words.ts";
import type { SearchHit } from "./search.api.ts";

const NAMES: Record<SearchHit["kind"], string> = {
  project: "Project",
  client: "Client",
  member: "Member",
  contact: "Contact",
  milestone: "Milestone",
  objective: "Objective",
  card: "Card",
  message: "Message",
  decision: "Decision",
  file: "File",
  comment: "Comment",
};

/** The thing in a few words, for lists: a comment is called by what it says. */
export function titleOf({ title, excerpt, byName }: SearchHit): string {
  return title.text || `${byName ?? "Somebody"}: ${excerpt?.text ?? ""}`;
}

/** What it is, its number, where it stands, its state and its day. */
export function factsOf(hit: SearchHit): string[] {
  const { kind, ref, project, onDate, at, byName, archived } = hit;
  const facts = [
    NAMES[kind],
    ref,
    whereOf(hit),
    kind === "project" ? null : project?.name,
    stateOf(hit),
    byName && kind !== "comment" ? `by ${byName}` : null,
    onDate ? dayText(onDate) : null,
    !onDate && SAY_WHEN.has(kind) ? agoText(at) : null,
    archived ? "Archived" : null,
  ];
  return facts.filter((fact): fact is string => typeof fact === "string" && fact !== "");
}

/** What a comment or file hangs on; the client of a contact. */
function whereOf({ kind, subject }: SearchHit): string | null {
  if (!subject) return null;
  const name = [subject.ref, subject.title].filter(Boolean).join(" ");
  return kind === "contact" || name === "" ? name : `on ${name}`;
}

const SAY_WHEN: ReadonlySet<SearchHit["kind"]> = new Set(["card", "message", "decision", "file", "comment"]);
const PLACES: Record<string, string> = { later: "Later", outline: "Plan" };

function stateOf({ kind, state }: SearchHit): string | null {
  if (state === null) return null;
  if (kind === "milestone") return Object.entries(STATE_NAMES).find(([name]) => name === state)?.[1] ?? null;
  if (kind === "card") return PLACES[state] ?? state;
  if (kind === "message" || kind === "file" || kind === "comment")
    return state === "client" ? "Client reads it" : null;
  const words = state.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where it opens. */
export function hitHref({ kind, id, ref, title, project, subject }: SearchHit): string {
  if (ref) return pageOf(kind, ref);
  if (kind === "member") return "/settings/people";
  if (kind === "client" || kind === "contact" || !project) return "/settings/clients";
  const home = `/p/${project.key.toLowerCase()}`;
  if (kind === "project") return home;
  if (kind === "decision") return `${home}/approvals`;
  if (kind === "objective") return `${home}/plan`;
  if (kind === "message") return `${home}/updates/${id}`;
  if (subject?.kind === "message") return `${home}/updates/${subject.id}`;
  if (subject?.ref)
    return (
      pageOf(subject.kind, subject.ref) +
      (subject.kind === "milestone" && kind === "file" ? "?tab=files" : "")
    );
  if (kind === "file") return fileAddress(project.key, id, title.text);
  return `${home}/talk${subject?.kind === "objective" ? `?about=${subject.id}` : ""}`;
}

function pageOf(kind: string, ref: string): string {
  return `/${kind === "milestone" ? "m" : "c"}/${ref}`;
}
