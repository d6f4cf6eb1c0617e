import { Switch } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Board, CardDetail } from "../lib/board-query.ts";
import { agoText } from "../lib/dates.ts";
import { minutesText } from "../lib/minutes.ts";
import { sayProblem } from "../lib/undo.tsx";
import { changeText } from "./card-text.ts";
import classes from "./card-view.module.css";

/** Whether the client may see the card; it says what stays hidden. */
export function ClientSwitch({ card }: { card: CardDetail }) {
  const client = useQueryClient();
  const shown = card.audience === "client";
  const change = () => {
    const next = shown ? "team" : "client";
    changeText(
      client,
      card,
      shown ? "Hidden from the client" : "Shown to the client",
      { audience: card.audience },
      { audience: next },
    ).catch((error) => sayProblem(error, change));
  };
  return (
    <Switch
      checked={shown}
      onChange={change}
      label="The client may see this card"
      description="From the next publication on. The team's talk, estimates and files stay hidden."
    />
  );
}

export function EstimateHistory({ card, board }: { card: CardDetail; board: Board }) {
  const earlier = card.estimates;
  if (earlier.length < 2) return null;
  const part = (minutes: number | null) => (minutes === null ? "–" : minutesText(minutes));
  return (
    <details>
      <summary className={classes.dim}>Estimated {earlier.length} times</summary>
      <ul className={classes.items}>
        {earlier.map(({ low, likely, high, by, at }) => (
          <li key={at} className={classes.dim}>
            {part(low)} / {part(likely)} / {part(high)} ·{" "}
            {board.people.find(({ id }) => id === by)?.name ?? "Somebody"}, {agoText(at)}
          </li>
        ))}
      </ul>
    </details>
  );
}
