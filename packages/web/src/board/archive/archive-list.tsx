import { Button, Checkbox } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { announce } from "../../lib/announce.ts";
import type { Board, Card } from "../../lib/board-query.ts";
import { act, archiveAct } from "../../lib/card-acts.ts";
import { bringBack, deleteTogether } from "../../lib/cards-together.ts";
import { keys } from "../../lib/query-keys.ts";
import classes from "./archive.module.css";
import { ArchiveRow } from "./archive-row.tsx";
import { type ArchiveActs, useArchiveKeys } from "./use-archive-keys.ts";

interface ArchiveListProps {
  board: Board;
  cards: readonly Card[];
  /** Whether there are more than these. */
  hasMore: boolean;
  /** Whether this person may do something with many at once: a guest brings back one by one. */
  acts: boolean;
}

/** The archived cards that fit, with what can be done with those that are selected. */
export function ArchiveList({ board, cards, hasMore, acts }: ArchiveListProps) {
  const { marked, mark, markAll, clear } = useMarks(cards);
  const projectId = board.project.id;
  const client = useQueryClient();
  const chosen = useCallback(
    (focused: string | null) => (marked.size > 0 ? [...marked] : focused ? [focused] : []),
    [marked],
  );
  const doing = useMemo<ArchiveActs>(() => {
    const withChosen = (send: typeof bringBack) => (focused: string | null) => {
      const ids = chosen(focused);
      if (ids.length === 0) return;
      focusBeside(ids);
      clear();
      void send(client, projectId, ids);
    };
    return { mark, markAll, clear, back: withChosen(bringBack), remove: withChosen(deleteTogether) };
  }, [client, projectId, chosen, mark, markAll, clear]);
  useArchiveKeys(acts ? doing : null);
  const back = useCallback(
    (card: Card) => {
      focusBeside([card.id]);
      void (acts
        ? bringBack(client, projectId, [card.id])
        : act(client, backAct(card)).then(() =>
            client.invalidateQueries({ queryKey: keys.project(projectId, "cards") }),
          ));
    },
    [acts, client, projectId],
  );
  const facts = useFacts(board);
  return (
    <>
      {acts ? (
        <div className={classes.bar} role="toolbar" aria-label="Archived cards">
          <Checkbox
            size="md"
            label={hasMore ? "Select these" : "Select all"}
            checked={marked.size === cards.length}
            indeterminate={marked.size > 0 && marked.size < cards.length}
            onChange={() => (marked.size === cards.length ? clear() : markAll())}
          />
          <span className={classes.count}>
            {marked.size > 0 ? `${marked.size} of ${cards.length}` : null}
          </span>
          <Button size="compact-md" disabled={marked.size === 0} onClick={() => doing.back(null)}>
            Bring back
          </Button>
          <Button
            size="compact-md"
            variant="default"
            disabled={marked.size === 0}
            onClick={() => doing.remove(null)}
          >
            Delete
          </Button>
        </div>
      ) : null}
      <ul className={classes.list} aria-label="Archived cards">
        {cards.map((card) => (
          <ArchiveRow
            key={card.id}
            card={card}
            facts={facts(card)}
            marked={marked.has(card.id)}
            onMark={acts ? mark : null}
            onBack={back}
          />
        ))}
      </ul>
    </>
  );
}

/** The way back of an archived card is the act here. */
function backAct(card: Card) {
  const { back, ...there } = archiveAct(card);
  return { ...there, ...back, said: `${card.ref} is back`, back: { change: there.change, send: there.send } };
}

/** The rows go; the focus goes to the next one that stays. */
function focusBeside(ids: readonly string[]): void {
  const gone = new Set(ids);
  const all = [...document.querySelectorAll<HTMLElement>("[data-archived]")];
  const at = all.findIndex(({ dataset }) => gone.has(dataset.archived ?? ""));
  const stays = ({ dataset }: HTMLElement) => !gone.has(dataset.archived ?? "");
  const next = all.slice(at).find(stays) ?? all.slice(0, Math.max(0, at)).findLast(stays);
  (next ?? document.getElementById("archive-words"))?.focus();
}

function useMarks(cards: readonly Card[]) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const marked = useMemo(
    () => new Set(cards.map(({ id }) => id).filter((id) => kept.has(id))),
    [cards, kept],
  );
  const put = useCallback((next: ReadonlySet<string>) => {
    setKept(next);
    announce(next.size === 1 ? "1 card selected" : `${next.size} cards selected`);
  }, []);
  const mark = useCallback(
    (id: string, range: boolean) => {
      const next = new Set(marked);
      const [from, to] = [last.current, id].map((each) => cards.findIndex((card) => card.id === each));
      last.current = id;
      if (range && from !== undefined && to !== undefined && from >= 0)
        for (const card of cards.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(card.id);
      else if (!next.delete(id)) next.add(id);
      put(next);
    },
    [cards, marked, put],
  );
  const markAll = useCallback(() => put(new Set(cards.map(({ id }) => id))), [cards, put]);
  const clear = useCallback(() => setKept(new Set()), []);
  return { marked, mark, markAll, clear };
}

function useFacts(board: Board): (card: Card) => string {
  return useMemo(() => {
    const columns = new Map(board.columns.map(({ id, name }) => [id, name]));
    const people = new Map(board.people.map(({ id, name }) => [id, name]));
    const milestones = new Map(board.milestones.map(({ id, number, title }) => [id, `M${number} ${title}`]));
    return ({ columnId, milestoneId, people: on }: Card) =>
      [
        columnId === null ? "from Later" : `from ${columns.get(columnId) ?? "a column"}`,
        ...(milestoneId ? [milestones.get(milestoneId) ?? ""] : []),
        on.flatMap((id) => people.get(id) ?? []).join(", "),
      ]
        .filter(Boolean)
        .join(" · ");
  }, [board]);
}
