import { Menu, Popover } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Board, BoardCard } from "../../lib/board-query.ts";
import { act, milestoneAct, priorityAct } from "../../lib/card-acts.ts";
import { isOpen } from "../../lib/milestone-words.ts";
import { useWorld } from "../board-context.ts";
import type { BoardMoves } from "../board-moves.ts";
import { PRIORITY_WORDS } from "../card-words.ts";
import filter from "../filter-bar.module.css";
import { MenuAnchor } from "../menu-anchor.tsx";
import type { ListParts } from "../quick-field.ts";
import { fieldOf } from "./list-columns.ts";
import { LATER } from "./list-lanes.ts";

interface CellEditorProps {
  board: Board;
  card: BoardCard;
  /** The column's key. */
  cell: string;
  value: string;
  at: DOMRect;
  moves: BoardMoves;
  Cell: ListParts["Cell"];
  onClose: () => void;
}

/** Changes one fact where it stands: a choice of few as a menu, all else in the card's own field. */
export function CellEditor(props: CellEditorProps) {
  const choices = useChoices(props);
  const { card, cell, at, value, board, Cell, onClose } = props;
  if (choices)
    return (
      <Menu
        opened
        onClose={onClose}
        position="bottom-start"
        offset={2}
        width={240}
        returnFocus={false}
        trapFocus
      >
        <Menu.Target>
          <MenuAnchor at={at} name={choices.name} />
        </Menu.Target>
        <Menu.Dropdown className={filter.menu}>
          {choices.items.map(({ id, label, run }) => (
            <Menu.RadioItem key={id} value={id} checked={id === choices.now} onClick={run}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    );
  const field = cell === "due" ? "dates" : (fieldOf(cell) ?? cell);
  return (
    <Popover
      opened
      onClose={onClose}
      position="bottom-start"
      offset={-at.height}
      width={Math.max(at.width, 300)}
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <MenuAnchor at={at} name={`Change ${board.project.key}-${card.number}`} />
      </Popover.Target>
      <Popover.Dropdown>
        <Cell board={board} card={card} field={field} value={value} onDone={onClose} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface Choices {
  name: string;
  now: string;
  items: { id: string; label: string; run: () => void }[];
}

function useChoices({ card, cell, moves }: CellEditorProps): Choices | null {
  const world = useWorld();
  const client = useQueryClient();
  const owned = { ...card, projectId: world.projectId };
  if (cell === "status")
    return {
      name: "Status",
      now: card.columnId ?? LATER,
      items: [
        ...world.columns.map(({ id, name }) => ({
          id,
          label: name,
          run: () => id !== card.columnId && moves.toEnd(card.id, id, "bottom"),
        })),
        { id: LATER, label: "Later", run: () => moves.toLater(card.id) },
      ],
    };
  if (cell === "priority")
    return {
      name: "Priority",
      now: String(card.priority),
      items: PRIORITY_WORDS.map((label, priority) => ({
        id: String(priority),
        label,
        run: () => void (priority === card.priority || act(client, priorityAct(owned, priority))),
      })),
    };
  if (cell !== "milestone") return null;
  const offered = [...world.milestones.values()].filter(
    (each) => isOpen(each) || each.id === card.milestoneId,
  );
  const put = (id: string | null) => () =>
    void (id === card.milestoneId || act(client, milestoneAct(owned, id)));
  return {
    name: "Milestone",
    now: card.milestoneId ?? "",
    items: [
      { id: "", label: "No milestone", run: put(null) },
      ...offered.map(({ id, number, title }) => ({ id, label: `M${number} ${title}`, run: put(id) })),
    ],
  };
}
