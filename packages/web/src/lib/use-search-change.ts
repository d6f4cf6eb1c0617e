import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** Changes a page's own part of its address, without a step back to undo it. `apply` stands outside of the component. */
export function useSearchChange<S, C>(apply: (before: S, change: C) => S): (change: C) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: ".",
        replace: true,
        resetScroll: false,
        // The router knows the addresses of all pages, a page only its own.
        search: ((before: S) => apply(before, change)) as never,
      }),
    [navigate, apply],
  );
}
