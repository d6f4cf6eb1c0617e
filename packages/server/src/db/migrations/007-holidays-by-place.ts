import type { Migration } from "./migration.ts";

/**
 * A holiday belongs to a place (`DE`, `DE-BE`) or, with an empty place, to everybody here. One that somebody has taken
 * out stays as a row, so that the next refresh knows. What was taken over before belongs to the place that most of a
 * workspace's holidays came from, which becomes the workspace's; the rest stays everybody's.
 */
export const holidaysByPlace: Migration = {
  name: "007-holidays-by-place",
  statements: [
    `alter table workspaces add column region text`,
    `alter table persons add column region text`,
    `alter table clients add column region text`,
    `alter table holidays add column place text not null default '', add column removed_at timestamptz`,
    `update workspaces w set country = split_part(h.source, '-', 1), region = nullif(split_part(h.source, '-', 2), '')
     from (select distinct on (workspace_id) workspace_id, source from holidays where source <> 'own'
           group by workspace_id, source order by workspace_id, count(*) desc, source) h
     where h.workspace_id = w.workspace_id`,
    `update holidays h set place = h.source from workspaces w
     where w.workspace_id = h.workspace_id and h.source = concat_ws('-', w.country, w.region)`,
    `alter table holidays drop constraint holidays_workspace_id_on_date_name_key,
       add unique (workspace_id, place, on_date, name)`,
  ],
};
