/**
 * Names of what is kept from the server. Everything of one project starts with its id, so that a live message of
 * that project finds it.
 */
export const keys = {
  me: ["me"],
  projects: ["projects"],
  portfolio: ["portfolio"],
  inbox: ["inbox"],
  savedViews: ["saved-views"],
  search: ["search"],
  /** What was worked, by card or by week; live messages reach it through `lib/time-news.ts`. */
  time: ["time"],
  timer: ["timer"],
  /** A part of the workspace: "members", "clients", "holidays" ... */
  workspace: (...part: string[]) => ["workspace", ...part],
  /** Beside its project, for not every moved card is a reason to count anew. */
  publicationState: (projectId: string) => ["publication-state", projectId],
  /** A part of a project: "board", "plan", "overview", "card" + id ... */
  project: (projectId: string, ...part: string[]) => ["project", projectId, ...part],
} satisfies Record<string, readonly string[] | ((...args: string[]) => readonly string[])>;
