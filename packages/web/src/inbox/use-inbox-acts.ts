import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { answer, api } from "../lib/api.ts";
import { type Mutable, turnMute } from "../lib/mute-acts.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import type { InboxItem } from "./inbox.api.ts";

export interface InboxActs {
  finish(item: InboxItem): void;
  putOff(item: InboxItem, until: Date, words: string): void;
  keepUnread(item: InboxItem): void;
  read(item: InboxItem): void;
  mute(thing: Mutable): void;
}

/** What one does with an item; whatever takes it out of sight can be taken back. */
export function useInboxActs(): InboxActs {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: keys.inbox });
    const carryOut = (act: Promise<unknown>) => act.then(refresh).catch(sayProblem);
    const at = ({ id }: InboxItem) => ({ params: { path: { inboxItemId: id } } });
    const unread = (item: InboxItem) => answer(api.POST("/api/v1/inbox/{inboxItemId}/unread", at(item)));
    const back = (item: InboxItem) => () => unread(item).then(refresh);
    return {
      finish: (item) =>
        void carryOut(
          answer(api.POST("/api/v1/inbox/{inboxItemId}/done", at(item))).then(() =>
            offerUndo(`Done: ${item.thing.title}`, back(item)),
          ),
        ),
      putOff: (item, until, words) =>
        void carryOut(
          answer(
            api.POST("/api/v1/inbox/{inboxItemId}/snooze", {
              ...at(item),
              body: { until: until.toISOString() },
            }),
          ).then(() => offerUndo(`${item.thing.title}: ${words}`, back(item))),
        ),
      keepUnread: (item) => void carryOut(unread(item)),
      read: (item) => void carryOut(answer(api.POST("/api/v1/inbox/{inboxItemId}/read", at(item)))),
      mute: (thing) => void turnMute(client, thing, true).catch(sayProblem),
    };
  }, [client]);
}
