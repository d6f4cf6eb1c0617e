import type { Migration } from "./migration.ts";
import { tenantTable } from "./table.ts";

/**
 * How people of a client get in: links, codes and sessions that are bound to one contact, and what they looked at. A
 * contact who is removed is found by none of them any more.
 */
export const portalAccess: Migration = {
  name: "012-portal-access",
  statements: [
    `alter table projects
      add column security_level text check (security_level in ('easy', 'code', 'account')),
      add column shows_forecast boolean not null default false,
      add column shows_criteria boolean not null default false,
      add column observers_comment boolean not null default false,
      add column acceptance_days integer check (acceptance_days between 1 and 90),
      add column acceptance_then text check (acceptance_then in ('escalate', 'accept', 'open'))`,
    `alter table persons add column erased_at timestamptz`,
    `alter table contact_roles add column invited_by uuid,
      add foreign key (workspace_id, invited_by) references persons (workspace_id, id) on delete set null (invited_by)`,
    `create index on contact_roles (workspace_id, invited_by)`,
    `alter table contacts add column user_id text references auth."user" (id), add unique (workspace_id, user_id)`,
    `create index on contacts (user_id)`,
    `alter table links add column person_id uuid, add column project_id uuid, add column subject_id uuid, add column revoked_at timestamptz,
      add foreign key (workspace_id, person_id) references persons (workspace_id, id) on delete cascade,
      add foreign key (workspace_id, project_id) references projects (workspace_id, id) on delete cascade`,
    `create index on links (workspace_id, person_id, kind)`,
    `create index on links (workspace_id, project_id)`,
    `create index on links (workspace_id, subject_id)`,
    ...tenantTable("contact_sessions", {
      columns: `hash text not null, level text not null check (level in ('link', 'code', 'account')), seen_at timestamptz not null, expires_at timestamptz not null,
        revoked_at timestamptz`,
      references: [
        { column: "person_id", table: "persons" },
        { column: "link_id", table: "links", null: true },
      ],
      unique: ["hash"],
    }),
    `create index on contact_sessions (hash)`,
    ...tenantTable("sign_in_codes", {
      columns: `hash text not null, tries integer not null default 0, expires_at timestamptz not null, used_at timestamptz`,
      references: [{ column: "person_id", table: "persons" }],
    }),
    ...tenantTable("portal_views", {
      columns: `page text not null, fetched_at timestamptz not null, seen_at timestamptz`,
      references: [
        { column: "person_id", table: "persons" },
        { column: "project_id", table: "projects" },
        { column: "link_id", table: "links", null: true },
      ],
      indexes: ["project_id, fetched_at"],
    }),
    `drop index portal_views_workspace_id_project_id_idx`,
    `grant select, insert, update, delete on contact_sessions, sign_in_codes, portal_views to milepost_app`,
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
         return query select l.workspace_id, l.person_id, l.user_id, null::text, l.email, l.kind, null::text, l.id
         from milepost.links l where l.hash = p_hash
         order by l.workspace_id limit 1;
       elsif p_kind = 'contact' then
         return query select s.workspace_id, s.person_id, null::text, s.id::text, p.name, s.level, p.zone, s.link_id
         from milepost.contact_sessions s
         join milepost.contacts c on c.workspace_id = s.workspace_id and c.person_id = s.person_id
         join milepost.persons p on p.workspace_id = s.workspace_id and p.id = s.person_id
         where s.hash = p_hash and s.revoked_at is null
         order by s.workspace_id limit 1;
       elsif p_kind = 'contact-email' then
         return query select c.workspace_id, c.person_id, c.user_id, null::text, p.name, 'contact'::text, p.zone, null::uuid
         from milepost.persons p
         join milepost.contacts c on c.workspace_id = p.workspace_id and c.person_id = p.id
         join milepost.workspaces w on w.workspace_id = p.workspace_id
         where encode(sha256(convert_to(lower(p.email), 'UTF8')), 'hex') = p_hash
           and (p_workspace is null or w.slug = p_workspace)
         order by c.workspace_id limit 1;
       elsif p_kind = 'next-contact-email' then
         return query select c.workspace_id, c.person_id, c.user_id, null::text, p.name, 'contact'::text, p.zone, null::uuid
         from milepost.persons p
         join milepost.contacts c on c.workspace_id = p.workspace_id and c.person_id = p.id
         where encode(sha256(convert_to(lower(p.email), 'UTF8')), 'hex') = p_hash
           and (p_workspace is null or c.workspace_id::text collate "C" > p_workspace collate "C")
         order by c.workspace_id::text collate "C" limit 1;
       elsif p_kind = 'logo' then
         return query select w.workspace_id, null::uuid, null::text, null::text, w.settings -> 'brand' -> 'logo' ->> 'mediaType', 'nobody'::text, null::text, null::uuid
         from milepost.workspaces w
         where w.slug = p_workspace and w.settings -> 'brand' -> 'logo' ->> 'sha256' = p_hash;
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
