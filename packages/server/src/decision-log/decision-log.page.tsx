import { Paging } from "../client-home/paging.page.tsx";
import { portalHref, type Visit } from "../portal/visit.ts";
import { LOG_KINDS, LOG_STATES, type LogEntry } from "./log-entries.ts";
import { Entry } from "./log-entry.page.tsx";
import type { LogFilter } from "./log-filter.ts";
import { kindText, stateText } from "./log-words.ts";

interface DecisionLogPageProps {
  visit: Visit;
  /** Those of this page. */
  entries: readonly LogEntry[];
  filter: Pick<LogFilter, "kind" | "state">;
  /** How many there are without a filter. */
  total: number;
  page: number;
  pages: number;
}

/** With fewer of them there is nothing to search for. */
const FEW = 4;

/** Everything that was asked here: what is open, and what was decided, by whom and why. */
export function DecisionLogPage({ visit, entries, filter, total, page, pages }: DecisionLogPageProps) {
  const { say } = visit;
  const open = entries.filter(({ state }) => state === "open");
  const past = entries.filter(({ state }) => state !== "open");
  const isFiltered = filter.kind !== undefined || filter.state !== undefined;
  return (
    <>
      <h1>{say("Decisions")}</h1>
      {total >= FEW ? <Filter visit={visit} filter={filter} /> : null}
      {isFiltered && entries.length === 0 ? <p>{say("Nothing like that.")}</p> : null}
      {open.length > 0 ? <h2>{say("Open")}</h2> : null}
      {open.length === 0 && page === 1 && !isFiltered ? <p>{say("Nothing waits for a decision.")}</p> : null}
      <List visit={visit} entries={open} />
      {past.length > 0 ? <h2>{say("Past")}</h2> : null}
      <List visit={visit} entries={past} />
      <Paging visit={visit} path="/decisions" page={page} pages={pages} also={given(filter)} />
      <p>
        <a className="row-link" href={portalHref(visit, "/ask-more")}>
          {say("Ask for something beyond the plan")}
        </a>
      </p>
    </>
  );
}

function given({ kind, state }: DecisionLogPageProps["filter"]): Record<string, string> {
  return { ...(kind ? { kind } : {}), ...(state ? { state } : {}) };
}

function List({ visit, entries }: Pick<DecisionLogPageProps, "visit" | "entries">) {
  if (entries.length === 0) return null;
  return (
    <ul className="rows">
      {entries.map((entry) => (
        <Entry key={entry.id} visit={visit} entry={entry} />
      ))}
    </ul>
  );
}

/** A form that asks for the same page again; it sends nothing. */
function Filter({ visit, filter }: Pick<DecisionLogPageProps, "visit" | "filter">) {
  const { say, preview } = visit;
  return (
    <form method="get" className="narrow screen">
      {preview === null ? null : <input type="hidden" name="as" value={preview} />}
      <label>
        {say("What")}
        <select name="kind" defaultValue={filter.kind ?? ""}>
          <option value="">{say("All")}</option>
          {LOG_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindText(say, kind)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say("State")}
        <select name="state" defaultValue={filter.state ?? ""}>
          <option value="">{say("All")}</option>
          {LOG_STATES.map((state) => (
            <option key={state} value={state}>
              {stateText(say, state)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="plain">
        {say("Show")}
      </button>
    </form>
  );
}
