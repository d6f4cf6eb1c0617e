import type { Migration } from "./migration.ts";

/**
 * Indexes with which another one of the same table begins: every write kept them up, no read needed them, and a plan that
 * chose one read a whole project where one row was asked for.
 */
const COVERED = [
  "members_workspace_id_person_id_idx",
  "contacts_workspace_id_person_id_idx",
  "project_members_workspace_id_project_id_idx",
  "contact_roles_workspace_id_project_id_idx",
  "objectives_workspace_id_project_id_idx",
  "objective_readings_workspace_id_objective_id_idx",
  "milestones_workspace_id_project_id_idx",
  "milestone_objectives_workspace_id_milestone_id_idx",
  "milestone_roles_workspace_id_milestone_id_idx",
  "read_receipts_workspace_id_milestone_id_idx",
  "risk_milestones_workspace_id_risk_id_idx",
  "columns_workspace_id_project_id_idx",
  "cards_workspace_id_project_id_idx",
  "cards_workspace_id_column_id_idx",
  "card_people_workspace_id_card_id_idx",
  "card_labels_workspace_id_card_id_idx",
  "card_values_workspace_id_card_id_idx",
  "threads_workspace_id_project_id_idx",
  "comments_workspace_id_thread_id_idx",
  "mentions_workspace_id_comment_id_idx",
  "file_versions_workspace_id_file_id_idx",
  "idempotency_workspace_id_person_id_idx",
  "external_ids_workspace_id_project_id_idx",
];

export const leanIndexes: Migration = {
  name: "003-lean-indexes",
  statements: COVERED.map((index) => `drop index ${index}`),
};
