export interface WorkloadSearch {
  /** A day of the first week that is shown. */
  from?: string;
  /** Only work of this project. */
  project?: string;
  /** Whose weeks a phone shows. */
  person?: string;
  /** Only who has too much. */
  over?: true;
}

export function readSearch(search: Record<string, unknown>): WorkloadSearch {
  const { from, project, person, over } = search;
  return {
    ...(typeof from === "string" && /^\d{4}-\d{2}-\d{2}$/.test(from) ? { from } : {}),
    ...(typeof project === "string" ? { project } : {}),
    ...(typeof person === "string" ? { person } : {}),
    ...(over === true || over === "true" ? { over: true } : {}),
  };
}
