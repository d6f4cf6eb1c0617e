import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { announce } from "../lib/announce.ts";

/** A page that waits for its data names itself only then. */
const NAMED_MS = 300;

/** On a new page the keyboard goes on at its beginning, where what had the focus is gone, and a screen reader hears where it is. */
export function useArrival(): void {
  const router = useRouter();
  useEffect(() => {
    let named: ReturnType<typeof setTimeout> | undefined;
    const leave = router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged) return;
      clearTimeout(named);
      named = setTimeout(() => {
        announce(document.title.split(" · ").slice(0, -1).join(", "));
        if (document.activeElement === document.body)
          document.getElementById("content")?.focus({ preventScroll: true });
      }, NAMED_MS);
    });
    return () => {
      clearTimeout(named);
      leave();
    };
  }, [router]);
}
