import { isMailState, type MailState } from "./mail-words.ts";

/** Which mails are shown, as it stands in the address. */
export interface MailSearch {
  state?: MailState;
  project?: string;
  person?: string;
}

export function readMailSearch({ state, project, person }: Record<string, unknown>): MailSearch {
  return {
    ...(isMailState(state) ? { state } : {}),
    ...(typeof project === "string" && project ? { project } : {}),
    ...(typeof person === "string" && person ? { person } : {}),
  };
}

type Change = { readonly [K in keyof MailSearch]?: string | null };

/** Whatever is empty leaves the address. */
export function changeSearch(before: MailSearch, change: Change): MailSearch {
  return readMailSearch({ ...before, ...change });
}

export function queryOf({ state, project, person }: MailSearch, cursor: string | undefined) {
  return {
    ...(state ? { state } : {}),
    ...(project ? { projectId: project } : {}),
    ...(person ? { personId: person } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
