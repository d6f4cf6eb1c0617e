import { civilDate } from "../kit/clock.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { Words } from "../portal/words.page.tsx";
import { Glyph } from "./glyph.page.tsx";
import { NewsItem } from "./news.page.tsx";
import { outcomeText } from "./outcome-words.ts";
import { Paging } from "./paging.page.tsx";
import type { Update, Updates } from "./updates.ts";

interface UpdatesPageProps {
  visit: Visit;
  updates: Updates;
  page: number;
}

/** What was published, written, reached and decided, newest first. */
export function UpdatesPage({ visit, updates: { items, names, pages }, page }: UpdatesPageProps) {
  const { say } = visit;
  return (
    <>
      <h1>{say("Updates")}</h1>
      {items.length === 0 ? <p>{say("Nothing yet. What changes stands here, newest first.")}</p> : null}
      <ol className="rows">
        {items.map((update) => (
          <li key={update.id}>
            <OneUpdate visit={visit} update={update} names={names} />
          </li>
        ))}
      </ol>
      <Paging visit={visit} path="/updates" page={page} pages={pages} />
    </>
  );
}

interface OneUpdateProps {
  visit: Visit;
  update: Update;
  names: ReadonlyMap<string, string>;
}

function OneUpdate({ visit, update, names }: OneUpdateProps) {
  const { say, project, today } = visit;
  const day = say.day(civilDate(update.at, project.zone), today);
  switch (update.kind) {
    case "publication":
      return <NewsItem visit={visit} news={update.news} names={names} answers />;
    case "message":
      return (
        <>
          <small className="dim">{update.by ? `${update.by}, ${day}` : day}</small>
          <h2 className="small">
            <a href={portalHref(visit, `/updates/${update.id}`)}>{update.title}</a>
          </h2>
          <Words text={update.body} />
        </>
      );
    case "reached":
      return (
        <>
          <small className="dim">{day}</small>
          <p className="state reached">
            <Glyph word="reached" />
            <a href={portalHref(visit, `/m/${update.number}`)}>
              {say("{milestone} is reached.", { milestone: update.title })}
            </a>
          </p>
        </>
      );
    case "decision":
      return (
        <>
          <small className="dim">{day}</small>
          <p>
            <a href={portalHref(visit, `/decisions/${update.number}`)}>{update.title}</a>
            {`: ${outcomeText(say, update.outcome)}`}
          </p>
        </>
      );
    case "report":
      return (
        <>
          <small className="dim">{day}</small>
          <p>
            <a href={portalHref(visit, `/report/${update.n}`)}>{say("Status report of {day}", { day })}</a>
          </p>
        </>
      );
  }
}
