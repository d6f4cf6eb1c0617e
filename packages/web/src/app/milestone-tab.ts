export type MilestoneTab = "team" | "client" | "files" | "history";

export function readTab({ tab }: Record<string, unknown>): { tab?: MilestoneTab } {
  return tab === "client" || tab === "files" || tab === "history" ? { tab } : {};
}
