import { useMediaQuery } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { Board, BoardCard } from "../../lib/board-query.ts";
import { sayProblem } from "../../lib/undo.tsx";
import { useWorld } from "../board-context.ts";
import { useBoardLive } from "../board-live.ts";
import { OFFLINE, useBoardMoves } from "../board-moves.ts";
import { focusCard, useUi, useUiStore } from "../board-ui.ts";
import { CardMenu } from "../card-menu.tsx";
import { findCard } from "../lanes.ts";
import { OpenedCard, OpenPanel, type Panel, Selection } from "../panels.tsx";
import type { CardParts, QuickField } from "../quick-field.ts";
import { Agenda } from "./agenda.tsx";
import classes from "./calendar.module.css";
import { moveToDay } from "./calendar-acts.ts";
import { useCalendarClicks } from "./calendar-clicks.ts";
import { carryToDays } from "./calendar-drag.ts";
import { useCalendarKeys } from "./calendar-keys.ts";
import type { ProjectDays } from "./calendar-query.ts";
import type { CalendarSearch, Scale } from "./calendar-search.ts";
import { DayDialog } from "./day-dialog.tsx";
import { NewOnDay } from "./new-on-day.tsx";
import { Tray } from "./tray.tsx";
import { Weekdays, WeekRow } from "./week-row.tsx";

interface CalendarStageProps {
  board: Board;
  weeks: string[][];
  on: string;
  scale: Scale;
  days: ProjectDays | undefined;
  dated: readonly BoardCard[];
  undated: readonly BoardCard[];
  search: CalendarSearch;
  online: boolean;
  onSearch: (change: CalendarSearch, replace?: boolean) => void;
  parts: CardParts;
}

const LANES = ["dated"];
const inLanes = () => LANES;

/** The days, the cards without one beside them, and whatever is opened over them. */
export function CalendarStage(props: CalendarStageProps) {
  const { board, weeks, on, scale, days, dated, undated, search, online, onSearch, parts } = props;
  const world = useWorld();
  const ui = useUiStore();
  const moves = useBoardMoves(online);
  useBoardLive(world, ui, inLanes);
  const [panel, setPanel] = useState<Panel>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const narrow = useMediaQuery("(max-width: 61.99em)") ?? false;
  const stage = useRef<HTMLDivElement>(null);
  const aimed = useMoves(stage, online);
  const onField = useCallback(
    (cardId: string, field: QuickField) => setPanel({ kind: "field", cardId, field }),
    [],
  );
  const onMoveTo = useCallback((cardId: string) => setPanel({ kind: "move", cardId }), []);
  const onTemplate = useCallback((cardId: string) => setPanel({ kind: "template", cardId }), []);
  const onPeek = useCallback(
    (cardId: string) => setPanel((before) => (before?.kind === "peek" ? null : { kind: "peek", cardId })),
    [],
  );
  const acts = { onSearch, onField, onMoveTo, onPeek, onAsk: setAsked };
  useCalendarKeys({ dated, on, scale, moves, online, search, ...acts });
  const onClick = useCalendarClicks();
  const close = useCallback(() => {
    setPanel(null);
    setAsked(null);
    const { selected } = ui.get();
    if (selected) setTimeout(() => focusCard(selected), 0);
  }, [ui]);
  const askedCard = asked && findCard(world.lanes(), asked)?.card;
  return (
    <div ref={stage} className={classes.stage} onClickCapture={onClick}>
      {narrow ? (
        <Agenda {...{ board, weeks, days, on, dated }} />
      ) : (
        <div className={classes.weeks} data-scale={scale}>
          <Weekdays week={weeks[0] ?? []} />
          {weeks.map((week) => (
            <WeekRow
              key={week[0]}
              {...{ board, week, days, scale, on, aimed }}
              cards={dated}
              onWeek={(day) => onSearch({ on: day, scale: "week" }, false)}
            />
          ))}
        </div>
      )}
      <Tray cards={undated} aimed={aimed === null} />
      <Suspense fallback={null}>
        <CardMenu {...{ moves, onField, onMoveTo, onTemplate }} onMoveToDay={setAsked} />
        <Selection online={online} />
        <OpenPanel {...{ panel, board, moves, parts }} lanes={[...world.columnLanes()]} onClose={close} />
        {askedCard ? <DayDialog card={askedCard} onClose={close} /> : null}
        <NewCardDialog />
      </Suspense>
      <OpenedCard board={board} cardRef={search.card} onSearch={onSearch} parts={parts} />
    </div>
  );
}

function NewCardDialog() {
  const laneId = useUi(({ composer }) => composer?.laneId ?? null);
  return laneId ? <NewOnDay day={laneId} /> : null;
}

/** Which day a carried card is over; a drop writes it. */
function useMoves(stage: { current: HTMLElement | null }, online: boolean): string | null | undefined {
  const client = useQueryClient();
  const world = useWorld();
  const ui = useUiStore();
  const [aimed, setAimed] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const { current: element } = stage;
    if (!element) return;
    return carryToDays(element, {
      onAim: setAimed,
      onDrop: (cardId, day) => {
        const card = findCard(world.lanes(), cardId)?.card;
        if (!card) return;
        if (!online) return sayProblem(OFFLINE);
        ui.set({ selected: cardId });
        void moveToDay(client, world.projectId, card, day).then(() => focusCard(cardId));
      },
    });
  }, [stage, client, world, ui, online]);
  return aimed;
}
