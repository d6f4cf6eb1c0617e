import { Drawer } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useCardByRef } from "../cards/find-card.ts";
import type { Board } from "../lib/board-query.ts";
import { useKeys } from "../lib/keyboard.ts";
import { Waiting } from "../ui/waiting.tsx";
import { WholeCard } from "./card-parts.tsx";

interface CardDrawerProps {
  board: Board;
  cardRef: string;
  onClose: () => void;
}

/** The title is for editing; the focus begins beside it. */
const CLOSE = { "aria-label": "Close", "data-autofocus": true };

/** A card over the board; the address names it, so back closes it. */
export function CardDrawer({ board, cardRef, onClose }: CardDrawerProps) {
  const { card, waiting } = useCardByRef(board, cardRef);
  const keys = useMemo(() => [{ keys: "esc", label: "Close the card", run: onClose }], [onClose]);
  useKeys("Card", keys, { modal: true });
  return (
    <Drawer
      opened
      closeButtonProps={CLOSE}
      onClose={onClose}
      position="right"
      size={640}
      returnFocus={false}
      title={
        <Link to={`/c/${cardRef}` as "/"} title="Open as a page">
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
