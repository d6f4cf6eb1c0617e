import type { Visit } from "../portal/visit.ts";
import type { Say } from "../words/say.ts";
import { choiceText } from "./choices.ts";
import type { AskedRow, SaidRow } from "./decision-read.store.ts";
import type { DecisionView } from "./decision-read.ts";
import { PinnedPicture } from "./pinned-picture.page.tsx";
import { type Picture, pinsOn } from "./pins.ts";
import { verdictText } from "./verdict-text.ts";

/** Who is asked, who has said what, and in whose name it was written down. */
export function WhoDecides({
  visit,
  view,
  pictures,
}: {
  visit: Visit;
  view: DecisionView;
  pictures: readonly Picture[];
}) {
  const { say } = visit;
  const { asked, said, request } = view;
  const alone = asked.length === 1 && said.length === 0;
  if (alone) return null;
  return (
    <section>
      <h2>{say("Who decides")}</h2>
      <p className="dim">{ruleText(say, request.rule)}</p>
      <ul className="rows">
        {asked.map((one) => (
          <li key={one.personId}>
            {one.name ?? say("Somebody")}
            {one.delegateId ? ` (${say("in their place: {name}", { name: one.delegateName ?? "" })})` : ""}
            {one.part === "adviser" ? ` · ${say("asked for an opinion")}` : ""}
            {theirs(one, said).map((each) => (
              <Words key={each.id} visit={visit} view={view} said={each} pictures={pictures} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WordsProps {
  visit: Visit;
  view: DecisionView;
  said: SaidRow;
  pictures: readonly Picture[];
}

function Words({ visit, view, said, pictures }: WordsProps) {
  const { say, project } = visit;
  const { milestone } = view.snapshot;
  const unmet = Array.isArray(said.criteria) ? said.criteria : [];
  return (
    <div className="said">
      <p>
        <strong>{choiceText(say, view.snapshot, said.choice) ?? verdictText(say, said)}</strong> ·{" "}
        {say.moment(said.at, project.zone)}
        {said.withdrawnAt ? ` · ${say("taken back")}` : ""}
      </p>
      {said.words ? <p>{said.words}</p> : null}
      {milestone?.criteria
        .filter(({ id }) => unmet.includes(id))
        .map(({ id, text }) => (
          <p key={id}>✕ {text}</p>
        ))}
      <Points visit={visit} number={view.request.number} said={said} pictures={pictures} />
      <Through say={say} said={said} />
    </div>
  );
}

interface PointsProps {
  visit: Visit;
  number: number;
  said: SaidRow;
  pictures: readonly Picture[];
}

/** Each picture with its points, and the words beside it; without the picture the words alone. */
function Points({ visit, number, said, pictures }: PointsProps) {
  const pins = pinsOn(said.pins);
  if (pins.length === 0) return null;
  const marked = pictures.filter(({ position }) => pins.some(({ file }) => file === position));
  const others = pins.filter(({ file }) => !marked.some(({ position }) => position === file));
  return (
    <>
      {marked.map((picture) => {
        const own = pins.filter(({ file }) => file === picture.position);
        return (
          <PinnedPicture key={picture.id} visit={visit} number={number} picture={picture} pins={own}>
            <PinList visit={visit} pins={own} />
          </PinnedPicture>
        );
      })}
      <PinList visit={visit} pins={others} />
    </>
  );
}

function PinList({ visit, pins }: { visit: Visit; pins: ReturnType<typeof pinsOn> }) {
  if (pins.length === 0) return null;
  return (
    <ol>
      {pins.map(({ n, words }) => (
        <li key={n} value={n}>
          {words || visit.say("on the picture")}
        </li>
      ))}
    </ol>
  );
}

function Through({ say, said }: { say: Say; said: SaidRow }) {
  const name = said.through ?? say("the team");
  if (said.way === "member")
    return <small className="dim">{say("Written down by {name}, on their behalf.", { name })}</small>;
  if (said.handedOverBy)
    return <small className="dim">{say("Came by a link that {name} handed over.", { name })}</small>;
  return null;
}

function theirs({ personId, delegateId }: AskedRow, said: readonly SaidRow[]): SaidRow[] {
  return said.filter((one) => one.personId === personId || one.personId === delegateId);
}

function ruleText(say: Say, rule: string): string {
  if (rule === "all") return say("All of them have to approve.");
  return rule === "order" ? say("They are asked one after the other.") : say("Any one of them decides.");
}
