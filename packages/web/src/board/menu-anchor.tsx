import type { ComponentProps } from "react";

/** Where a menu opens that is shared by many buttons: over the one that was pressed. */
export function MenuAnchor({ at, ...target }: ComponentProps<"span"> & { at: DOMRect }) {
  const { top, left, width, height } = at;
  return <span {...target} style={{ position: "fixed", top, left, width, height, visibility: "hidden" }} />;
}
