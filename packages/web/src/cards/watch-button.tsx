import { Button, Tooltip } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { Board, CardDetail } from "../lib/board-query.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import { watch } from "./watch-acts.ts";

/** Whether one hears of comments, other dates and the end of a card; the count says who else does. */
export function WatchButton({ card, people }: { card: CardDetail; people: Board["people"] }) {
  const client = useQueryClient();
  const me = useMe().person.id;
  const watches = card.watchers.includes(me);
  const names = card.watchers.map((id) => people.find((one) => one.id === id)?.name ?? "Somebody");
  const said =
    names.length === 0 ? "Nobody watches it" : `${names.join(", ")} watch${names.length === 1 ? "es" : ""}`;
  return (
    <Tooltip
      label={`${said}. Watchers hear of comments, other dates and when it is done. Key W`}
      multiline
      maw={280}
    >
      <Button
        size="compact-md"
        variant={watches ? "light" : "default"}
        aria-pressed={watches}
        data-card-watch
        leftSection={<IconEye size={16} aria-hidden />}
        onClick={() => void watch(client, card, me, !watches).catch((error) => sayProblem(error))}
      >
        {watches ? "Watching" : "Watch"}
        {card.watchers.length > 0 ? ` ${card.watchers.length}` : ""}
      </Button>
    </Tooltip>
  );
}
