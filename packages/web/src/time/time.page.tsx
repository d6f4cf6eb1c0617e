import { Alert } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { addDays, dayText, todayIn } from "../lib/dates.ts";
import { useKeys } from "../lib/keyboard.ts";
import { inWords } from "../lib/problem.ts";
import { useMe } from "../lib/session.ts";
import { useTimeNews } from "../lib/time-news.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { AddCard } from "./add-card.tsx";
import { type TimeSheet, type TimeWish, timeSheetQuery } from "./time.api.ts";
import { type CardName, rowsOf } from "./time-rows.ts";
import { EVERYBODY, type TimeSearch, thisMonday } from "./time-search.ts";
import { CloseWeek, SheetFile, TimeFilters, ToEstimate, useGo } from "./time-tools.tsx";
import { WeekDays, WeekGrid } from "./week-grid.tsx";

/** What was worked in a week, and where it is put right. */
export function TimePage() {
  useTitle("Time");
  useTimeNews();
  const search: TimeSearch = useSearch({ strict: false });
  const me = useMe().person.id;
  const monday = search.week ?? thisMonday();
  const person = search.person ?? me;
  const wish: TimeWish = {
    from: monday,
    to: addDays(monday, 6),
    ...(person === EVERYBODY ? {} : { personId: person }),
    ...(search.project ? { projectId: search.project } : {}),
  };
  const { data: sheet, error, refetch } = useQuery(timeSheetQuery(wish));
  useWeekKeys(search, monday);
  const locked = sheet?.locked.includes(monday) ?? false;
  return (
    <Page
      title="Time"
      lead={`${dayText(monday)} to ${dayText(addDays(monday, 6))}`}
      actions={
        sheet ? (
          <>
            <ToEstimate projectId={search.project} />
            <SheetFile wish={wish} />
            {sheet.mayLock ? <CloseWeek monday={monday} locked={locked} /> : null}
          </>
        ) : null
      }
    >
      <TimeFilters search={search} monday={monday} />
      {locked ? (
        <Alert mb="md" role="status">
          This week is closed: its time has been handed on, and nobody changes it any more.
          {sheet?.mayLock ? " Open it to correct something." : " An owner or admin can open it."}
        </Alert>
      ) : null}
      {error ? (
        <ProblemNotice title="The time could not be read" onRetry={() => void refetch()}>
          {inWords(error).message}
        </ProblemNotice>
      ) : null}
      {!sheet && !error ? <Waiting rows={5} /> : null}
      {sheet ? <Week key={monday} {...{ sheet, monday, person, me, locked }} /> : null}
    </Page>
  );
}

interface WeekProps {
  sheet: TimeSheet;
  monday: string;
  person: string;
  me: string;
  locked: boolean;
}

function Week({ sheet, monday, person, me, locked }: WeekProps) {
  const phone = useMediaQuery("(max-width: 47.99em)") ?? false;
  const [wanted, setWanted] = useState<readonly CardName[]>([]);
  const own = person === me;
  const rows = rowsOf(sheet.items, { monday, wanted: own ? wanted : [], me });
  const names = new Map(sheet.people.map(({ id, name }) => [id, name]));
  const View = phone ? WeekDays : WeekGrid;
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title="Nothing is written down in this week">
          Time is never asked for. Start the clock on a card, write time down there, or add one of your cards
          here. <Link to="/today">To your cards</Link>
        </EmptyState>
      ) : (
        <View
          rows={rows}
          monday={monday}
          today={todayIn()}
          editor={locked ? null : me}
          nameOf={own ? null : (id) => names.get(id) ?? "Somebody"}
        />
      )}
      {own && !locked ? (
        <AddCard
          monday={monday}
          me={me}
          shown={rows}
          onAdd={(card) => setWanted((before) => [...before, card])}
        />
      ) : null}
    </>
  );
}

function useWeekKeys(search: TimeSearch, monday: string): void {
  const go = useGo();
  useKeys("Time", [
    { keys: "arrowleft", label: "Week before", run: () => go(search, { week: addDays(monday, -7) }) },
    { keys: "arrowright", label: "Week after", run: () => go(search, { week: addDays(monday, 7) }) },
  ]);
}
