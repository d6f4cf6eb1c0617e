import type { ComponentProps } from "react";

interface MenuAnchorProps extends ComponentProps<"span"> {
  at: DOMRect;
  /** What opens is called after its anchor. */
  name: string;
}

/** Where a menu opens that is shared by many buttons: over the one that was pressed. */
export function MenuAnchor({ at, name, ...target }: MenuAnchorProps) {
  const { top, left, width, height } = at;
  const style = { position: "fixed", top, left, width, height, visibility: "hidden" } as const;
  return (
    <span {...target} style={style}>
      {name}
    </span>
  );
}
