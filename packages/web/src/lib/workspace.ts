const NAMED = /^\/w\/([a-z0-9-]+)(?=\/|$)/;

/** The workspace named in the address (`/w/birch/portfolio`); null for the short forms. */
export function workspaceSlug(): string | null {
  return NAMED.exec(location.pathname)?.[1] ?? null;
}

/** What stands before every address of the app. */
export function basePath(): string {
  return NAMED.exec(location.pathname)?.[0] ?? "/";
}
