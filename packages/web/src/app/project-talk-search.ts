import { TALK_TABS, type TalkTab } from "./talk-tab.ts";

export interface TalkSearch {
  tab?: TalkTab | undefined;
  /** An objective; without it the project itself. */
  about?: string | undefined;
}

export function readTalkSearch({ tab, about }: Record<string, unknown>): TalkSearch {
  return {
    tab: TALK_TABS.find((known) => known === tab && known !== "team"),
    about: typeof about === "string" ? about : undefined,
  };
}
