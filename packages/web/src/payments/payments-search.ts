export interface PaymentsSearch {
  /** The key of one project; all without it. */
  project?: string;
}

export function readSearch(search: Record<string, unknown>): PaymentsSearch {
  const { project } = search;
  return typeof project === "string" && /^[a-z0-9]{1,10}$/i.test(project) ? { project } : {};
}
