import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { undoLast } from "../lib/undo.tsx";
import { CommandMenu, openCommands } from "./command-menu.tsx";
import { KeysList, showKeys } from "./keys-list.tsx";

/** The keys that hold everywhere, and what they open. */
export function ShellKeys() {
  const router = useRouter();
  const everywhere = useMemo(
    () => [
      { keys: "mod+k", label: "Command menu", run: openCommands, inFields: true },
      { keys: "mod+z", label: "Undo the last act", run: () => void undoLast() },
      { keys: "?", label: "Keys on this page", run: showKeys },
      { keys: "g t", label: "Go to today", run: () => void router.navigate({ to: "/today" }) },
      { keys: "g i", label: "Go to the inbox", run: () => void router.navigate({ to: "/inbox" }) },
      { keys: "g w", label: "Go to the workload", run: () => void router.navigate({ to: "/workload" }) },
      { keys: "g v", label: "Go to the reviews", run: () => void router.navigate({ to: "/reviews" }) },
      { keys: "g e", label: "Go to the templates", run: () => void router.navigate({ to: "/templates" }) },
      { keys: "g p", label: "Go to the portfolio", run: () => void router.navigate({ to: "/portfolio" }) },
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
