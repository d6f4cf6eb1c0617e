const TABS = ["team", "client", "files", "history"] as const;

export interface TalkSearch {
  tab?: (typeof TABS)[number] | undefined;
  /** An objective; without it the project itself. */
  about?: string | undefined;
}

export function readTalkSearch({ tab, about }: Record<string, unknown>): TalkSearch {
  return {
    tab: TABS.find((known) => known === tab && known !== "team"),
    about: typeof about === "string" ? about : undefined,
  };
}
