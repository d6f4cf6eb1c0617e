import { useEffect } from "react";

/** The document's title: the thing first, so that tabs can be told apart. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), "Milepost"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
