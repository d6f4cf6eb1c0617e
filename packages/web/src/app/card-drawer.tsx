import { Drawer } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useCardButtonKeys } from "../cards/card-buttons.tsx";
import { FIELD_KEYS } from "../cards/card-keys.ts";
import { useCardByRef } from "../cards/find-card.ts";
import type { Board } from "../lib/board-query.ts";
import { act, toggleAct } from "../lib/card-acts.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useNoted } from "../lib/recent-things.ts";
import { useMe } from "../lib/session.ts";
import { Waiting } from "../ui/waiting.tsx";
import { WholeCard } from "./card-parts.tsx";

interface CardDrawerProps {
  board: Board;
  cardRef: string;
  onClose: () => void;
  /** To the card above or below on the board. */
  onStep: (to: "up" | "down") => void;
}

/** The title is for editing; the focus begins beside it. */
const CLOSE = { "aria-label": "Close", "data-autofocus": true };

/** Escape first leaves the text being written, which keeps it; only then it closes the card. */
function isText(target: EventTarget): boolean {
  return target instanceof Element && target.matches("input:not([type='checkbox']), textarea, select");
}

/** A card over the board; the address names it, so back closes it. */
export function CardDrawer({ board, cardRef, onClose, onStep }: CardDrawerProps) {
  const { card, waiting } = useCardByRef(board, cardRef);
  useNoted(card ? cardRef : undefined);
  const client = useQueryClient();
  const me = useMe().person.id;
  const projectId = board.project.id;
  const pressing = useCardButtonKeys(projectId, card?.id);
  const keys = useMemo(
    () => [
      { keys: "esc", label: "Close the card", run: onClose },
      { keys: "j", label: "Next card", run: () => onStep("down") },
      { keys: "k", label: "Card before", run: () => onStep("up") },
      ...FIELD_KEYS,
      ...pressing,
      {
        keys: "m",
        label: "Assign to me",
        run: () => void (card && act(client, toggleAct({ ...card, projectId }, "people", me))),
      },
    ],
    [onClose, onStep, card, client, projectId, me, pressing],
  );
  useKeys("Card", keys, { modal: true });
  const heading = useRef<HTMLAnchorElement>(null);
  useBeginAgain(heading, cardRef);
  return (
    <Drawer
      opened
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !isText(event.target)) return;
        event.preventDefault();
        heading.current?.focus({ preventScroll: true });
      }}
      closeButtonProps={CLOSE}
      onClose={onClose}
      position="right"
      size={640}
      returnFocus={false}
      title={
        <Link ref={heading} to={`/c/${cardRef}` as "/"} title="Open as a page">
          {cardRef}
        </Link>
      }
    >
      {card ? <WholeCard key={card.id} board={board} card={card} onGone={onClose} /> : null}
      {!card && waiting ? <Waiting rows={8} /> : null}
      {!card && !waiting ? (
        <p>There is no card {cardRef} that you can see. It may have been deleted.</p>
      ) : null}
    </Drawer>
  );
}

/** The next card begins at its top; the focus stays in the drawer when its place went with the card before. */
function useBeginAgain(heading: RefObject<HTMLAnchorElement | null>, cardRef: string): void {
  const shown = useRef(cardRef);
  useEffect(() => {
    if (shown.current === cardRef) return;
    shown.current = cardRef;
    heading.current?.closest("[role='dialog']")?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [heading, cardRef]);
}
