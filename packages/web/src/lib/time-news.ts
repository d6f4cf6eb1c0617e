import type { LiveMessage } from "@milepost/server/wire";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useLive, useReconnected } from "./live.ts";
import { refreshTime } from "./timer.ts";

const TOLD = /^(card\.time|time\.)/;

/** Time that is shown stays true while others write, or oneself in another tab. */
export function useTimeNews(): void {
  const client = useQueryClient();
  useLive(
    useCallback(
      ({ verb }: LiveMessage) => {
        if (TOLD.test(verb)) void refreshTime(client);
        return false;
      },
      [client],
    ),
  );
  useReconnected(useCallback(() => void refreshTime(client), [client]));
}
