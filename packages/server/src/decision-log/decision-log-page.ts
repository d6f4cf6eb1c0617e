import { createElement } from "react";
import { pageAsked } from "../client-home/paging.ts";
import type { ProjectPage } from "../portal/portal-page.ts";
import { read, type Visit } from "../portal/visit.ts";
import { clientLogRows } from "./client-log.store.ts";
import { DecisionLogPage } from "./decision-log.page.tsx";
import { LOG_KINDS, LOG_STATES, logEntries } from "./log-entries.ts";
import { filtered, type LogFilter } from "./log-filter.ts";

const PER_PAGE = 25;

/** Where people of a client read what was decided, and what waits. */
export const decisionLogPage: ProjectPage = {
  path: "/portal/:workspace/:project/decisions",
  logged: "decisions",
  async show(visit) {
    const { project, now, say } = visit;
    const all = logEntries(await read(visit, (tx) => clientLogRows(tx, project.id)), now);
    const filter = filterAsked(visit);
    const found = filtered(all, filter);
    const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
    const page = Math.min(pageAsked(visit), pages);
    const entries = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    return {
      title: say("Decisions"),
      at: "decisions",
      body: createElement(DecisionLogPage, { visit, entries, filter, total: all.length, page, pages }),
    };
  },
};

/** Whatever is no filter is none. */
function filterAsked({ request }: Visit): Pick<LogFilter, "kind" | "state"> {
  const { kind, state } = request.query as { kind?: unknown; state?: unknown };
  return { kind: LOG_KINDS.find((one) => one === kind), state: LOG_STATES.find((one) => one === state) };
}
