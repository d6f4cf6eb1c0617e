import { type ComponentProps, useCallback, useEffect, useRef } from "react";
import type { Board } from "../lib/board-query.ts";
import { useWorld } from "./board-context.ts";
import type { BoardMoves } from "./board-moves.ts";
import { focusCard, useUi, useUiStore } from "./board-ui.ts";
import {
  BoardCopy,
  ButtonKeys,
  CardMenu,
  ColumnForm,
  ColumnMenu,
  CopyDialog,
  MoveDialog,
  SaveTemplate,
  SelectionBar,
} from "./dialogs.ts";
import { findCard, type Lane } from "./lanes.ts";
import type { CardParts, QuickField } from "./quick-field.ts";
import { useReadAhead } from "./read-ahead.ts";
import { neighbourAmong } from "./rows.ts";
import { scrollLane } from "./scrollers.ts";

/** What is open over the cards. */
export type Panel =
  | { kind: "field"; cardId: string; field: QuickField }
  | { kind: "move"; cardId: string }
  | { kind: "copy"; cardId: string }
  | { kind: "template"; cardId: string }
  | { kind: "peek"; cardId: string }
  | { kind: "column" }
  | null;

/** Each menu comes when it is first opened; that of a column stays, for the dialogs it opens. */
export function Menus(props: ComponentProps<typeof CardMenu>) {
  const isOfCard = useUi(({ menu }) => menu !== null);
  const isOfColumn = useUi(({ columnMenu }) => columnMenu !== null);
  const isOfBoard = useUi(({ copying }) => copying);
  const ui = useUiStore();
  const wasOfColumn = useRef(false);
  wasOfColumn.current ||= isOfColumn;
  return (
    <>
      {isOfCard ? <CardMenu {...props} /> : null}
      {wasOfColumn.current ? <ColumnMenu /> : null}
      {isOfBoard ? <BoardCopy onClose={() => ui.set({ copying: false })} /> : null}
    </>
  );
}

/** The bar comes with the first card that is selected; the keys of the buttons are for one card as well. */
export function Selection({ online }: { online: boolean }) {
  const { creates } = useWorld();
  const areSelected = useUi(({ marked }) => marked.size > 0);
  return (
    <>
      {creates && online ? <ButtonKeys /> : null}
      {areSelected ? <SelectionBar online={online} /> : null}
    </>
  );
}

interface OpenPanelProps {
  panel: Panel;
  lanes: Lane[];
  board: Board;
  moves: BoardMoves;
  parts: CardParts;
  onClose: () => void;
}

export function OpenPanel({ panel, lanes, board, moves, parts, onClose }: OpenPanelProps) {
  if (!panel) return null;
  if (panel.kind === "column") return <ColumnForm onClose={onClose} />;
  const card = findCard(lanes, panel.cardId)?.card;
  if (!card) return null;
  if (panel.kind === "move") return <MoveDialog cardId={card.id} moves={moves} onClose={onClose} />;
  if (panel.kind === "copy") return <CopyDialog card={card} onClose={onClose} />;
  if (panel.kind === "template") return <SaveTemplate board={board} card={card} onClose={onClose} />;
  if (panel.kind === "peek") return <parts.Peek board={board} card={card} onClose={onClose} />;
  return <parts.QuickEdit board={board} card={card} field={panel.field} onClose={onClose} />;
}

interface OpenedCardProps {
  board: Board;
  cardRef: string | undefined;
  onSearch: (change: { card: string | undefined }, replace?: boolean) => void;
  parts: CardParts;
}

/** The card that the address names, over the view. */
export function OpenedCard({ board, cardRef, onSearch, parts }: OpenedCardProps) {
  const close = useCallback(() => onSearch({ card: undefined }, false), [onSearch]);
  const step = useStep(cardRef, onSearch);
  useFocusAfter(cardRef);
  useReadAhead(useUiStore(), useWorld().projectId);
  return cardRef ? <parts.Drawer board={board} cardRef={cardRef} onClose={close} onStep={step} /> : null;
}

/** From an opened card to the one above or below: the board behind it follows. */
function useStep(cardRef: string | undefined, onSearch: (change: { card: string }) => void) {
  const world = useWorld();
  const ui = useUiStore();
  return useCallback(
    (to: "up" | "down") => {
      const refOf = ({ number }: { number: number }) => `${world.projectKey}-${number}`;
      const open = world.lanes().flatMap(({ cards }) => cards);
      const selected = open.find((card) => refOf(card) === cardRef)?.id ?? null;
      const next = selected && neighbourAmong(world.lanes(), { ...ui.get(), selected }, to);
      if (!next) return;
      ui.set({ selected: next.card.id, selectedIn: next.lane.id });
      scrollLane(next.lane.id, next.at);
      onSearch({ card: refOf(next.card) });
    },
    [world, ui, cardRef, onSearch],
  );
}

/** When the drawer closes, by whatever way, the focus is on its card again; also when a link had opened it. */
function useFocusAfter(cardRef: string | undefined): void {
  const ui = useUiStore();
  const world = useWorld();
  const before = useRef(cardRef);
  useEffect(() => {
    const { selected, selectedIn } = ui.get();
    if (before.current && !cardRef && selected) setTimeout(() => focusCard(selected, selectedIn), 0);
    before.current = cardRef;
    if (!cardRef || selected) return;
    const number = Number(cardRef.slice(cardRef.lastIndexOf("-") + 1));
    const lane = world.lanes().find(({ cards }) => cards.some((card) => card.number === number));
    const opened = lane?.cards.find((card) => card.number === number);
    if (lane && opened) ui.set({ selected: opened.id, selectedIn: lane.id });
  }, [cardRef, ui, world]);
}
