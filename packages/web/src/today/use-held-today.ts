import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Held, hold, linesOf, without } from "./held.ts";
import { todayQuery } from "./today.api.ts";

export interface HeldToday extends Held {
  /** Shows what is new. */
  take: () => void;
  /** Something that oneself does: its line leaves at once where it `leaves`, and all is read again after it. */
  act: (does: () => Promise<unknown>, leaves?: string) => Promise<void>;
}

const NONE: ReadonlySet<string> = new Set();

/** Today as it was when it was last asked for: others' doings change lines in place, one's own change the list. */
export function useHeldToday(): HeldToday {
  const client = useQueryClient();
  const fresh = useSuspenseQuery(todayQuery).data;
  const [shown, setShown] = useState(fresh);
  const [leaving, setLeaving] = useState(NONE);
  const held = useMemo(() => hold(shown, fresh, leaving), [shown, fresh, leaving]);
  const news = useRef(held.news);
  news.current = held.news;
  const isUnseen = linesOf(shown).length === 0 || shown.today !== fresh.today;
  useEffect(() => {
    if (isUnseen || document.hidden) setShown(fresh);
  }, [fresh, isUnseen]);
  const acts = useMemo(() => {
    const turn = (id: string | undefined, leaves: boolean) =>
      setLeaving((before) => {
        if (id === undefined) return before;
        const next = new Set(before);
        if (leaves) next.add(id);
        else next.delete(id);
        return next;
      });
    return {
      take: () => setShown((before) => client.getQueryData(todayQuery.queryKey) ?? before),
      act: async (does: () => Promise<unknown>, leaves?: string) => {
        const unseen = news.current;
        turn(leaves, true);
        try {
          await does();
        } finally {
          await client.invalidateQueries({ queryKey: todayQuery.queryKey });
          const now = client.getQueryData(todayQuery.queryKey);
          if (now) setShown(without(now, unseen));
          turn(leaves, false);
        }
      },
    };
  }, [client]);
  return { ...held, ...acts };
}
