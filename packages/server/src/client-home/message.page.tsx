import { civilDate } from "../kit/clock.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { Words } from "../portal/words.page.tsx";
import type { ReadMessage } from "./message-page.ts";
import { TalkForm, Thread } from "./talk.page.tsx";

const OPEN = 20;

interface MessagePageProps {
  visit: Visit;
  message: ReadMessage;
}

export function MessagePage({ visit, message: { title, body, by, at, said } }: MessagePageProps) {
  const { say, project, today } = visit;
  const day = say.day(civilDate(at, project.zone), today);
  return (
    <>
      <p>
        <a href={portalHref(visit, "/updates")}>{say("Updates")}</a>
      </p>
      <h1>{title}</h1>
      <p className="dim">{by ? `${by}, ${day}` : day}</p>
      <Words text={body} />
      <section aria-label={say("Answers")}>
        <Thread visit={visit} said={said} open={OPEN} />
        {project.mayComment ? <TalkForm visit={visit} label="Your answer" action="Send" /> : null}
      </section>
    </>
  );
}
