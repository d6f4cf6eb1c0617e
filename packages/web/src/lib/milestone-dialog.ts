import { useSyncExternalStore } from "react";

/** What can be asked about a milestone from any page that shows it. */
export interface MilestoneDialog {
  kind: "dates" | "links" | "drop" | "new";
  projectId: string;
  /** "" for a new one. */
  milestoneId: string;
}

let shown: MilestoneDialog | null = null;
let listeners: (() => void)[] = [];

export function openMilestoneDialog(dialog: MilestoneDialog | null): void {
  shown = dialog;
  for (const listener of listeners) listener();
}

export function useMilestoneDialog(): MilestoneDialog | null {
  return useSyncExternalStore(subscribe, () => shown);
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
