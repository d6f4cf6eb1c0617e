import { useMemo } from "react";
import { useKeys } from "../lib/keyboard.ts";

/** Lines are walked by what stands on the page: their titles take the focus. */
const stops = () => [...document.querySelectorAll<HTMLElement>("[data-line] [data-stop]")];

function here(): HTMLElement | undefined {
  const line = document.activeElement?.closest("[data-line]");
  return stops().find((stop) => line?.contains(stop));
}

function walk(by: 1 | -1): void {
  const all = stops();
  const at = here();
  const next = at ? all[all.indexOf(at) + by] : all.at(by === 1 ? 0 : -1);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Presses what the line offers; where one card stands alone it is meant without being walked to. */
function press(act: "done" | "estimate" | "clock"): void {
  const all = stops();
  const stop = here() ?? (all.length === 1 ? all[0] : undefined);
  const button = stop?.closest("[data-line]")?.querySelector<HTMLElement>(`[data-act="${act}"]`);
  if (!stop || !button) return;
  const next = all[all.indexOf(stop) + 1] ?? all[all.indexOf(stop) - 1];
  button.click();
  // What is done leaves the list: its neighbour takes the focus, so that one can go on.
  if (act === "done") next?.focus();
}

/** The keys of Today, as those of list and board mean them. */
export function useTodayKeys({ onFocus, onTake }: { onFocus: () => void; onTake: () => void }): void {
  useKeys(
    "Today",
    useMemo(
      () => [
        { keys: "j", label: "Next line", run: () => walk(1) },
        { keys: "k", label: "Line before", run: () => walk(-1) },
        { keys: "arrowdown", label: "Next line", run: () => walk(1) },
        { keys: "arrowup", label: "Line before", run: () => walk(-1) },
        { keys: "enter", label: "Open", run: () => here()?.click() },
        { keys: "e", label: "Estimate", run: () => press("estimate") },
        { keys: "s", label: "Done", run: () => press("done") },
        { keys: "shift+t", label: "Start or stop the clock", run: () => press("clock") },
        { keys: "z", label: "One card at a time, or all", run: onFocus },
        { keys: "n", label: "Show what is new", run: onTake },
      ],
      [onFocus, onTake],
    ),
  );
}
