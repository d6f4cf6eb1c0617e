import { Kbd, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { act, archiveAct } from "../lib/card-acts.ts";
import { trashCard } from "../lib/card-trash.ts";
import { useIsGuest } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useWorld } from "./board-context.ts";
import type { BoardMoves } from "./board-moves.ts";
import { focusCard, useUi, useUiStore } from "./board-ui.ts";
import { ButtonItems } from "./button-items.tsx";
import classes from "./filter-bar.module.css";
import { findCard } from "./lanes.ts";
import { toggleMarked } from "./marked.ts";
import { MenuAnchor } from "./menu-anchor.tsx";
import type { QuickField } from "./quick-field.ts";

interface CardMenuProps {
  moves: BoardMoves;
  onField: (cardId: string, field: QuickField) => void;
  onMoveTo: (cardId: string) => void;
  /** Where days are shown. */
  onMoveToDay?: (cardId: string) => void;
  onCopy?: (cardId: string) => void;
  onTemplate?: (cardId: string) => void;
}

const FIELDS: { field: QuickField; label: string; key: string }[] = [
  { field: "people", label: "People", key: "A" },
  { field: "labels", label: "Labels", key: "L" },
  { field: "dates", label: "Dates", key: "D" },
  { field: "estimate", label: "Estimate", key: "E" },
  { field: "milestone", label: "Milestone", key: "V" },
  { field: "title", label: "Title", key: "T" },
];

/** What can be done with a card, in one menu for the whole board. */
export function CardMenu({ moves, onField, onMoveTo, onMoveToDay, onCopy, onTemplate }: CardMenuProps) {
  const open = useUi(({ menu }) => menu);
  const ui = useUiStore();
  const world = useWorld();
  const guest = useIsGuest();
  const navigate = useNavigate();
  const client = useQueryClient();
  const found = open ? findCard(world.lanes(), open.cardId) : null;
  if (!open || !found) return null;
  const { card } = found;
  const owned = { ...card, projectId: world.projectId };
  const ref = `${world.projectKey}-${card.number}`;
  const close = () => {
    ui.set({ menu: null });
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusCard(card.id);
    });
  };
  const key = (name: string) => ({ rightSection: <Kbd size="xs">{name}</Kbd> });
  return (
    <Menu opened onClose={close} position="right-start" width={260} returnFocus={false} trapFocus>
      <Menu.Target>
        <MenuAnchor at={open.at} name={`${ref}: ${card.title}`} />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Item onClick={() => world.open(ref)} {...key("Enter")}>
          Open
        </Menu.Item>
        <Menu.Item onClick={() => toggleMarked(ui, card.id, ui.get().selectedIn)} {...key("X")}>
          {ui.get().marked.has(card.id) ? "Unselect" : "Select"}
        </Menu.Item>
        {onMoveToDay ? (
          <Menu.Item onClick={() => onMoveToDay(card.id)} {...key("S")}>
            Move to day...
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => onMoveTo(card.id)} {...(onMoveToDay ? {} : key("S"))}>
          Move to...
        </Menu.Item>
        {world.columns
          .filter(({ id }) => id !== card.columnId)
          .slice(0, 5)
          .map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => moves.toEnd(card.id, id, "bottom")}>
              Move to {name}
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => moves.toLater(card.id)}>Move to Later</Menu.Item>
        <Menu.Divider />
        {FIELDS.map(({ field, label, key: name }) => (
          <Menu.Item key={field} onClick={() => onField(card.id, field)} {...key(name)}>
            {label}
          </Menu.Item>
        ))}
        {guest ? null : <ButtonItems cardId={card.id} />}
        <Menu.Divider />
        <Menu.Item
          onClick={() =>
            void navigator.clipboard
              .writeText(new URL(`/c/${ref}`, location.href).href)
              .then(() => sayDone("Link copied"))
          }
        >
          Copy link
        </Menu.Item>
        {guest ? null : (
          <Menu.Item
            onClick={() =>
              void navigate({
                to: "/p/$projectKey/routines",
                params: { projectKey: world.projectKey.toLowerCase() },
                search: { card: card.id },
              })
            }
          >
            Repeat this card...
          </Menu.Item>
        )}
        {world.creates && onCopy ? <Menu.Item onClick={() => onCopy(card.id)}>Copy card...</Menu.Item> : null}
        {world.creates && onTemplate ? (
          <Menu.Item onClick={() => onTemplate(card.id)}>Save as a template...</Menu.Item>
        ) : null}
        <Menu.Item onClick={() => void act(client, archiveAct(owned))}>Archive</Menu.Item>
        <Menu.Item onClick={() => void trashCard(client, owned)}>Delete</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
