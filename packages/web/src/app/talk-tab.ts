export const TALK_TABS = ["team", "client", "files", "history"] as const;
export type TalkTab = (typeof TALK_TABS)[number];
