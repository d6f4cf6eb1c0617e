import { portalHref, type Visit } from "../portal/visit.ts";

interface PagingProps {
  visit: Visit;
  path: `/${string}`;
  page: number;
  pages: number;
}

export function Paging({ visit, path, page, pages }: PagingProps) {
  const { say } = visit;
  if (pages <= 1) return null;
  const to = (n: number) => {
    const href = portalHref(visit, path);
    return `${href}${href.includes("?") ? "&" : "?"}page=${n}`;
  };
  return (
    <nav aria-label={say("Pages")} className="paging">
      {page > 1 ? <a href={to(page - 1)}>{say("Newer")}</a> : null}
      <span className="dim">{say("Page {page} of {pages}", { page, pages })}</span>
      {page < pages ? <a href={to(page + 1)}>{say("Older")}</a> : null}
    </nav>
  );
}
