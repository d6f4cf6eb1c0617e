import { useMediaQuery } from "@mantine/hooks";
import { Suspense, useCallback, useMemo } from "react";
import type { Board } from "../../lib/board-query.ts";
import { useWeeks } from "../../lib/weeks.ts";
import { useWorld } from "../board-context.ts";
import { useBoardLive } from "../board-live.ts";
import { useBoardMoves } from "../board-moves.ts";
import { useUiStore } from "../board-ui.ts";
import { CardMenu } from "../card-menu.tsx";
import { findCard, type Lane } from "../lanes.ts";
import { OpenedCard, OpenPanel, Selection } from "../panels.tsx";
import type { ListParts } from "../quick-field.ts";
import { CellEditor } from "./cell-editor.tsx";
import classes from "./list.module.css";
import { fieldOf, type ListColumn } from "./list-columns.ts";
import { useCellFocus } from "./list-focus.ts";
import { ListHead } from "./list-head.tsx";
import { useListKeys } from "./list-keys.ts";
import { listLaneIds } from "./list-lanes.ts";
import { ListLines } from "./list-lines.tsx";
import { listRows } from "./list-rows.ts";
import { foldedIn, type ListSearch, withFold } from "./list-search.ts";
import type { CardValues } from "./list-sort.ts";
import { useListActs, useListClicks } from "./use-list-acts.ts";

interface ListGridProps {
  board: Board;
  lanes: Lane[];
  columns: ListColumn[];
  values: CardValues;
  search: ListSearch;
  online: boolean;
  onSearch: (change: ListSearch, replace?: boolean) => void;
  parts: ListParts;
}

/** The lines of the list, and whatever is opened over them. */
export function ListGrid({ board, lanes, columns, values, search, online, onSearch, parts }: ListGridProps) {
  const { by = "status" } = search;
  const world = useWorld();
  const ui = useUiStore();
  const moves = useBoardMoves(online);
  const { weekOf } = useWeeks();
  const laneIds = useCallback((card: Board["cards"][number]) => listLaneIds(by, card, weekOf), [by, weekOf]);
  const { held, release } = useBoardLive(world, ui, laneIds);
  const narrow = useMediaQuery("(max-width: 47.99em)") ?? false;
  const { fold } = search;
  const folded = useMemo(() => foldedIn({ fold }), [fold]);
  const rows = useMemo(
    () => listRows(lanes, { folded, creates: world.creates, heads: by !== "none" }),
    [lanes, folded, world.creates, by],
  );
  const focus = useCellFocus(rows, columns);
  const { doing, panel, edited, close } = useListActs({ rows, columns, focus, moves, search, onSearch });
  useListKeys(doing, { columns, at: focus.at, placed: by === "status" && !search.sort });
  const onClick = useListClicks(doing, focus, narrow);
  const editedCard = edited && findCard(lanes, edited.cardId)?.card;
  return (
    <div className={classes.stage}>
      <ListLines
        rows={rows}
        columns={columns}
        values={values}
        cell={focus.cell}
        narrow={narrow}
        folded={folded}
        onFold={(laneId) => onSearch(withFold(search, laneId))}
        onClick={onClick}
        head={narrow ? null : <ListHead columns={columns} search={search} onChange={onSearch} />}
      />
      {held.length > 0 ? (
        <button type="button" className={classes.held} onClick={release}>
          {held.length} new
        </button>
      ) : null}
      <Suspense fallback={null}>
        <CardMenu {...doing} />
        <Selection online={online} />
        <OpenPanel {...{ panel, lanes, board, moves, parts }} onClose={close} />
        {edited && editedCard ? (
          <CellEditor
            key={`${edited.cardId} ${edited.cell}`}
            {...edited}
            board={board}
            card={editedCard}
            value={values[editedCard.id]?.[fieldOf(edited.cell) ?? ""] ?? ""}
            moves={moves}
            Cell={parts.Cell}
            onClose={close}
          />
        ) : null}
      </Suspense>
      <OpenedCard board={board} cardRef={search.card} onSearch={onSearch} parts={parts} />
    </div>
  );
}
