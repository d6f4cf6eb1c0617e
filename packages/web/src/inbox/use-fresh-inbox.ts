import type { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useLive } from "../lib/live.ts";
import { keys } from "../lib/query-keys.ts";

/** The server makes items of a happening within a second. */
const AFTER_MS = 2_500;

/** Looks again a moment after something has happened. */
export function useFreshInbox(client: QueryClient): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(
    useCallback(() => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void client.invalidateQueries({ queryKey: keys.inbox });
      }, AFTER_MS);
      return false;
    }, [client]),
  );
  useEffect(() => () => clearTimeout(timer.current), []);
}
