import type { CivilDate } from "../plan.ts";

/** The rules of the plan check, as the product documents number them. */
export type CheckId =
  | "L1"
  | "L2"
  | "L3"
  | "L4"
  | "L5"
  | "L6"
  | "L7"
  | "L8"
  | "L9"
  | "L10"
  | "L11"
  | "L12"
  | "L13"
  | "L14"
  | "L15"
  | "L16"
  | "L17"
  | "L18"
  | "L19"
  | "L20"
  | "L21"
  | "L22"
  | "L23"
  | "L24"
  | "L25"
  | "L26"
  | "L27"
  | "L28";

export type CheckLevel = "error" | "warn" | "info";

export type SubjectKind =
  | "project"
  | "objective"
  | "milestone"
  | "card"
  | "link"
  | "risk"
  | "person"
  | "contact"
  | "fixed_date"
  | "adjustment";

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** New dates of one milestone; a field left out stays as it is. */
export interface DateChange {
  readonly milestoneId: string;
  readonly startOn?: CivilDate;
  readonly targetOn?: CivilDate;
}

/**
 * What would mend a finding. All but `ask` carry everything that is needed to apply them in one click; `ask` names the field to open,
 * the question to put, and the ids to choose from where there is a choice.
 */
export type Fix =
  | { readonly kind: "set_dates"; readonly changes: readonly DateChange[] }
  | { readonly kind: "link_objective"; readonly milestoneId: string; readonly objectiveId: string }
  | { readonly kind: "add_criterion"; readonly milestoneId: string; readonly text: string }
  | { readonly kind: "add_approver"; readonly milestoneId: string; readonly personId: string }
  | { readonly kind: "set_contact_role"; readonly contactId: string; readonly role: "observer" }
  | { readonly kind: "remove_link"; readonly linkId: string }
  | { readonly kind: "set_review_cadence"; readonly everyDays: number }
  | { readonly kind: "set_risk_owner"; readonly riskId: string; readonly personId: string }
  | {
      readonly kind: "ask";
      readonly subject: Subject;
      readonly field: string;
      readonly question: string;
      readonly choices?: readonly string[];
    };

export interface Finding {
  readonly id: CheckId;
  readonly level: CheckLevel;
  /** Where a person would look to mend it. */
  readonly subject: Subject;
  /** Everything that takes part, the subject included. */
  readonly items: readonly Subject[];
  /** Milestones that cannot become *agreed* while this stands. */
  readonly blocks: readonly string[];
  /** One sentence in the user's words. */
  readonly why: string;
  readonly fix: Fix | null;
}
