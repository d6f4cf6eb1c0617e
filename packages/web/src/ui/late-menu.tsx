import { type ReactNode, type RefObject, useId, useRef, useState } from "react";

/** Where a menu stands that comes later than its button. */
export interface MenuPlace {
  id: string;
  button: RefObject<HTMLButtonElement | null>;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

interface LateMenuProps {
  /** Fetches the menu: when the pointer or the focus comes near, before it is asked for. */
  fetch: () => Promise<unknown>;
  menu: (at: MenuPlace) => ReactNode;
  children: (button: ReturnType<typeof useMenuButton>["button"]) => ReactNode;
}

/** A button whose menu comes when it is wanted: what floats is a tenth of the program. */
export function LateMenu({ fetch, menu, children }: LateMenuProps) {
  const { at, button, wanted } = useMenuButton(fetch);
  return (
    <>
      {children(button)}
      {wanted ? menu(at) : null}
    </>
  );
}

function useMenuButton(fetch: LateMenuProps["fetch"]) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [opened, onChange] = useState(false);
  // Once it has been opened it stays, closed: so it leaves as softly as it comes.
  const [wanted, setWanted] = useState(false);
  const near = () => void fetch().catch(() => undefined);
  return {
    at: { id, button, opened, onChange },
    wanted,
    button: {
      ref: button,
      id,
      "aria-haspopup": "menu" as const,
      "aria-expanded": opened,
      "aria-controls": opened ? `${id}-dropdown` : undefined,
      onPointerEnter: near,
      onFocus: near,
      onClick: () => {
        setWanted(true);
        onChange(!opened);
      },
    },
  };
}
