import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/**
 * What can be found, made from what was written and kept apart from it: a card that is moved writes nothing into the words' index. The words lie
 * outside of the row (toast), so that a word of very many things is read from few pages. What half of all things hold is found by walking along
 * the ranks instead: which way is shorter the planner knows from its statistics of the words.
 *
 * Row-level security lets no text operator use an index, so the one question that needs it runs as the owner: it names its workspace itself, from
 * the transaction, and answers ids and nothing that was written.
 */
export const search: Migration = {
  name: "025-search",
  statements: [
    ...tenantTable("search_texts", {
      columns: `kind text not null, thing_id uuid not null, rank bigint not null, archived boolean not null default false, text_hash text not null, words tsvector not null`,
      key: "kind, thing_id",
      references: [
        { column: "project_id", table: "projects", null: true, onDelete: "cascade" },
        { column: "card_id", table: "cards", null: true, onDelete: "cascade" },
      ],
    }),
    `alter table search_texts alter column words set storage external`,
    `alter table search_texts set (toast_tuple_target = 128)`,
    `create index search_texts_ranks on search_texts (workspace_id, rank, thing_id desc)`,
    `create index search_texts_words on search_texts using gin (words) with (gin_pending_list_limit = 256)`,
    ...tenantTable("search_spellings", {
      columns: `spelling text collate "C" not null, word text collate "C" not null`,
      key: "spelling, word",
      indexes: ["word"],
    }),
    `create function matching_texts(p_query tsquery, p_kinds text[], p_projects uuid[], p_guest uuid, p_archived boolean, p_rank bigint, p_id uuid, p_limit integer)
     returns table (kind text, thing_id uuid, rank bigint)
     language plpgsql stable security definer
     set search_path = milepost, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
     #variable_conflict use_column
     begin
       return query select s.kind, s.thing_id, s.rank from search_texts s
       where s.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and s.words @@ p_query
         and s.kind = any (p_kinds) and (s.project_id is null or s.project_id = any (p_projects)) and (p_archived or not s.archived)
         and (p_guest is null or s.kind = 'project' or exists (select from card_people g
           where g.workspace_id = s.workspace_id and g.card_id = s.card_id and g.person_id = p_guest))
         and (s.rank > p_rank or s.rank = p_rank and s.thing_id < p_id)
       order by s.rank, s.thing_id desc limit p_limit;
     end $$`,
    `revoke execute on function matching_texts(tsquery, text[], uuid[], uuid, boolean, bigint, uuid, integer) from public`,
    `grant execute on function matching_texts(tsquery, text[], uuid[], uuid, boolean, bigint, uuid, integer) to milepost_app`,
    `grant select, insert, update, delete on search_texts, search_spellings to milepost_app`,
  ],
};
