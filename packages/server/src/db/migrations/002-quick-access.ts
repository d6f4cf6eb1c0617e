import type { Migration } from "./migration.ts";

/**
 * Who asks stands before every request. As one SQL statement over all kinds the answer was planned anew each time; each
 * branch here keeps its plan. A fourth kind comes along: `next`, the session's workspace after the one given, compared
 * as text, which cannot fail on a name. Still a full hash in and at most one row out.
 */
export const quickAccess: Migration = {
  name: "002-quick-access",
  statements: [
    `create or replace function resolve_access(p_kind text, p_hash text, p_workspace text)
     returns table (workspace_id uuid, person_id uuid, user_id text, session_id text, name text, role text, zone text, link_id uuid)
     language plpgsql stable security definer set search_path = milepost, pg_temp as $$
     #variable_conflict use_column
     begin
       if p_kind = 'session' then
         return query select m.workspace_id, m.person_id, m.user_id, s.id, p.name, m.role, p.zone, null::uuid
         from auth.session s
         join milepost.members m on m.user_id = s.user_id and m.status = 'active'
         join milepost.persons p on p.workspace_id = m.workspace_id and p.id = m.person_id
         join milepost.workspaces w on w.workspace_id = m.workspace_id
         where s.token = p_hash and s.expires_at > now()
           and (p_workspace is null or w.slug = p_workspace or w.workspace_id::text = p_workspace)
         order by m.workspace_id limit 1;
       elsif p_kind = 'next' then
         return query select m.workspace_id, m.person_id, m.user_id, s.id, p.name, m.role, p.zone, null::uuid
         from auth.session s
         join milepost.members m on m.user_id = s.user_id and m.status = 'active'
         join milepost.persons p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where s.token = p_hash and s.expires_at > now()
           and (p_workspace is null or m.workspace_id::text collate "C" > p_workspace collate "C")
         order by m.workspace_id::text collate "C" limit 1;
       elsif p_kind = 'link' then
         return query select l.workspace_id, null::uuid, l.user_id, null::text, l.email, l.kind, null::text, l.id
         from milepost.links l where l.hash = p_hash
         order by l.workspace_id limit 1;
       elsif p_kind = 'email' then
         return query select m.workspace_id, m.person_id, m.user_id, null::text, p.name, m.role, p.zone, null::uuid
         from auth."user" u
         join milepost.members m on m.user_id = u.id and m.status = 'active'
         join milepost.persons p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where encode(sha256(convert_to(u.email, 'UTF8')), 'hex') = p_hash
         order by m.workspace_id limit 1;
       end if;
     end $$`,
  ],
};
