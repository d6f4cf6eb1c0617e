import type { TalkTab } from "./talk-tab.ts";

export function readTab({ tab }: Record<string, unknown>): { tab?: TalkTab } {
  return tab === "client" || tab === "files" || tab === "history" ? { tab } : {};
}
