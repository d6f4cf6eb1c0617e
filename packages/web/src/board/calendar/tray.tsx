import { Button } from "@mantine/core";
import { useState } from "react";
import type { BoardCard } from "../../lib/board-query.ts";
import classes from "./calendar.module.css";
import { CalendarCard } from "./calendar-card.tsx";

const AT_ONCE = 50;

/** Cards without a day, to be dragged onto one. */
export function Tray({ cards, aimed }: { cards: readonly BoardCard[]; aimed: boolean }) {
  const [most, setMost] = useState(AT_ONCE);
  return (
    <aside className={`${classes.tray} ${aimed ? classes.aimed : ""}`} aria-label="Without date" data-day="">
      <h2>Without date {cards.length}</h2>
      {cards.length === 0 ? (
        <p className={classes.nothing}>No open card is without a day. A card dragged here loses its day.</p>
      ) : null}
      <div className={classes.trayCards}>
        {cards.slice(0, most).map((card) => (
          <CalendarCard key={card.id} card={card} />
        ))}
      </div>
      {cards.length > most ? (
        <Button size="compact-sm" variant="default" onClick={() => setMost(most + AT_ONCE)}>
          {cards.length - most} more
        </Button>
      ) : null}
    </aside>
  );
}
