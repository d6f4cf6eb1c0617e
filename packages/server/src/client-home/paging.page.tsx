import { portalHref, type Visit } from "../portal/visit.ts";

interface PagingProps {
  visit: Visit;
  path: `/${string}`;
  page: number;
  pages: number;
  /** What else the address says, such as a filter. */
  also?: Readonly<Record<string, string>>;
}

export function Paging({ visit, path, page, pages, also = {} }: PagingProps) {
  const { say } = visit;
  if (pages <= 1) return null;
  const to = (n: number) => {
    const href = portalHref(visit, path);
    const search = new URLSearchParams({ ...also, page: String(n) });
    return `${href}${href.includes("?") ? "&" : "?"}${search}`;
  };
  return (
    <nav aria-label={say("Pages")} className="paging">
      {page > 1 ? <a href={to(page - 1)}>{say("Newer")}</a> : null}
      <span className="dim">{say("Page {page} of {pages}", { page, pages })}</span>
      {page < pages ? <a href={to(page + 1)}>{say("Older")}</a> : null}
    </nav>
  );
}
