import { portalHref, type Visit } from "../portal/visit.ts";
import type { AskedRow, RequestRow, SaidRow } from "./decision-read.store.ts";
import { parse, stateOf, turnOf } from "./decision-read.ts";
import { verdictText } from "./verdict-text.ts";
import { Words } from "./who-decides.page.tsx";

interface Props {
  visit: Visit;
  requests: readonly RequestRow[];
  asked: readonly AskedRow[];
  said: readonly SaidRow[];
}

/** Everything that was ever asked here: what is open, and what was decided, by whom and in which words. */
export function DecisionListPage({ visit, requests, asked, said }: Props) {
  const { say } = visit;
  const open = requests.filter((row) => stateOf(row) === "open");
  const past = requests.filter((row) => stateOf(row) !== "open");
  return (
    <>
      <h1>{say("Decisions")}</h1>
      <h2>{say("Open")}</h2>
      {open.length === 0 ? <p>{say("Nothing waits for a decision.")}</p> : null}
      <ul className="rows">
        {open.map((row) => (
          <OpenRow key={row.id} visit={visit} row={row} asked={asked} said={said} />
        ))}
      </ul>
      {past.length > 0 ? <h2>{say("Past")}</h2> : null}
      <ul className="rows">
        {past.map((row) => (
          <PastRow key={row.id} visit={visit} row={row} said={said} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  visit: Visit;
  row: RequestRow;
  said: readonly SaidRow[];
}

function OpenRow({ visit, row, asked, said }: RowProps & { asked: readonly AskedRow[] }) {
  const { say, today, visitor } = visit;
  const theirs = asked.filter(({ approvalId }) => approvalId === row.id);
  const turn = turnOf(
    row,
    theirs,
    said.filter(({ approvalId }) => approvalId === row.id),
  );
  const waiting = theirs.filter(({ personId }) => turn.includes(personId));
  const isMine = waiting.some((one) => [one.personId, one.delegateId].includes(visitor.personId));
  return (
    <li>
      <a className="row-link" href={portalHref(visit, `/decisions/${row.number}`)}>
        <strong>{titleOf(visit, row)}</strong>
        <span>{isMine ? say("Review and decide") : ""}</span>
      </a>
      <p className="dim">
        {say("Waiting for {names}", {
          names: waiting.map(({ name, delegateName }) => delegateName ?? name ?? "").join(", "),
        })}
        {row.dueOn === null ? "" : ` · ${say("Please by {day}", { day: say.day(row.dueOn, today) })}`}
      </p>
    </li>
  );
}

function PastRow({ visit, row, said }: RowProps) {
  const { say } = visit;
  const words = said.filter(({ approvalId }) => approvalId === row.id);
  const snapshot = parse(row);
  return (
    <li>
      <a className="row-link" href={portalHref(visit, `/decisions/${row.number}`)}>
        <strong>{titleOf(visit, row)}</strong>
        <span>{outcomeText(visit, row)}</span>
      </a>
      {words.map((each) => (
        <div key={each.id}>
          <small className="dim">{each.name ?? say("Somebody")}</small>
          <Words visit={visit} view={{ snapshot }} said={each} />
        </div>
      ))}
      {row.cancelledReason ? <p>{row.cancelledReason}</p> : null}
    </li>
  );
}

function titleOf({ say }: Visit, { title, round }: RequestRow): string {
  return round > 1 ? `${title} · ${say("version {n}", { n: round })}` : title;
}

function outcomeText({ say, project }: Visit, row: RequestRow): string {
  const state = stateOf(row);
  if (state === "cancelled") return say("taken back");
  if (state === "superseded") return say("replaced by a newer version");
  const verdict = verdictText(say, { verdict: row.outcome ?? "", way: "" });
  return row.outcomeAt ? `${verdict}, ${say.moment(row.outcomeAt, project.zone)}` : verdict;
}
