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

/** Also while a card is open over the page. */
const EVERYWHERE = [
  { keys: "mod+k", label: "Command menu", run: openCommands, inFields: true },
  { keys: "mod+z", label: "Undo the last act", run: () => void undoLast() },
  { keys: "?", label: "Keys on this page", run: showKeys },
];

/** The keys that hold everywhere, and what they open. */
export function ShellKeys() {
  const router = useRouter();
  const ways = useMemo(
    () => [
      { keys: "/", label: "Search", run: openCommands },
      ...PLACES.map(([key, name, to]) => ({
        keys: `g ${key}`,
        label: `Go to ${name}`,
        run: () => void router.navigate({ to }),
      })),
    ],
    [router],
  );
  useKeys("Everywhere", EVERYWHERE, { always: true });
  useKeys("Go to", ways);
  return (
    <>
      <CommandMenu />
      <KeysList />
    </>
  );
}
