import { useFormDraft } from "../lib/form-draft.ts";

export interface ProjectWish {
  name: string;
  /** `null` = as suggested by the name. */
  key: string | null;
  clientId: string | null;
  outcome: string;
  /** `null` = not said; an empty day is a field that somebody has emptied. */
  startOn: string | null;
  dueOn: string | null;
  /** Which of them a plan is counted from. */
  datesBy: "start" | "end" | null;
}

const BLANK: ProjectWish = {
  name: "",
  key: null,
  clientId: null,
  outcome: "",
  startOn: null,
  dueOn: null,
  datesBy: null,
};

/** A project that somebody has begun to describe; survives reload. */
export function useNewProjectDraft() {
  return useFormDraft("new-project", BLANK);
}
