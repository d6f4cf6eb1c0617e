import { z } from "zod";
import type { Visit } from "../portal/visit.ts";
import type { Say } from "../words/say.ts";
import { choiceText } from "./choices.ts";
import type { AskedRow, SaidRow } from "./decision-read.store.ts";
import type { DecisionView } from "./decision-read.ts";
import { Pin } from "./pins.ts";
import { verdictText } from "./verdict-text.ts";

/** Who is asked, who has said what, and in whose name it was written down. */
export function WhoDecides({ visit, view }: { visit: Visit; view: DecisionView }) {
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
              <Words key={each.id} visit={visit} view={view} said={each} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ visit, view, said }: { visit: Visit; view: DecisionView; said: SaidRow }) {
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
      <Points visit={visit} said={said} />
      <Through say={say} said={said} />
    </div>
  );
}

function Points({ visit, said }: { visit: Visit; said: SaidRow }) {
  const { success, data } = z.array(Pin).safeParse(said.pins);
  if (!success || data.length === 0) return null;
  return (
    <ol>
      {data.map(({ file, x, y, words }) => (
        <li key={`${file},${x},${y}`}>{words || visit.say("on the picture")}</li>
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
