import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { undoLast } from "../lib/undo.tsx";
import { CommandMenu, openCommands } from "./command-menu.tsx";
import { KeysList, showKeys } from "./keys-list.tsx";

const PLACES = [
  ["t", "today", "/today"],
  ["i", "the inbox", "/inbox"],
  ["w", "the workload", "/workload"],
  ["v", "the reviews", "/reviews"],
  ["e", "the templates", "/templates"],
  ["p", "the portfolio", "/portfolio"],
] as const;

/** The keys that hold everywhere, and what they open. */
export function ShellKeys() {
  const router = useRouter();
  const everywhere = useMemo(
    () => [
      { keys: "mod+k", label: "Command menu", run: openCommands, inFields: true },
      { keys: "/", label: "Search", run: openCommands },
      { keys: "mod+z", label: "Undo the last act", run: () => void undoLast() },
      { keys: "?", label: "Keys on this page", run: showKeys },
      ...PLACES.map(([key, name, to]) => ({
        keys: `g ${key}`,
        label: `Go to ${name}`,
        run: () => void router.navigate({ to }),
      })),
    ],
    [router],
  );
  useKeys("Everywhere", everywhere);
  return (
    <>
      <CommandMenu />
      <KeysList />
    </>
  );
}
