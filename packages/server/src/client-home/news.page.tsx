import { civilDate } from "../kit/clock.ts";
import type { Visit } from "../portal/visit.ts";
import { Words } from "../portal/words.page.tsx";
import type { News } from "./news.ts";
import { Receipt } from "./receipt.page.tsx";

interface NewsItemProps {
  visit: Visit;
  news: News;
  names: ReadonlyMap<string, string>;
  /** Whether it can be answered here. */
  answers: boolean;
}

/** One publication: when and by whom, in the words that went with it, and which dates moved. */
export function NewsItem({ visit, news, names, answers }: NewsItemProps) {
  const { say, project, today } = visit;
  const { n, at, personId, text, moved } = news;
  const by = names.get(personId ?? "");
  const facts = { n, day: say.day(civilDate(at, project.zone), today) };
  // The words that are offered to whoever publishes name the dates themselves.
  const untold = text.includes("→") ? [] : moved;
  return (
    <>
      <small className="dim">
        {by
          ? say("Plan {n}, published {day} by {name}", { ...facts, name: by })
          : say("Plan {n}, published {day}", facts)}
      </small>
      <Words text={text} />
      {untold.length > 0 ? (
        <ul>
          {untold.map(({ id, number, title, from, to }) => (
            <li key={id}>
              {`M${number} ${title}: `}
              {from ? say.day(from, today) : say("No date yet")} →{" "}
              {to ? say.day(to, today) : say("No date yet")}
            </li>
          ))}
        </ul>
      ) : null}
      {answers && news.receipt ? <Receipt visit={visit} publication={news} receipt={news.receipt} /> : null}
    </>
  );
}
