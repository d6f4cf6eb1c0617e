import { Menu, type MenuProps } from "@mantine/core";
import { type ReactNode, type Ref, type RefObject, useEffect, useImperativeHandle, useState } from "react";
import type { MenuPlace } from "./late-menu.tsx";

interface MenuBelowProps extends Omit<MenuProps, "id" | "opened" | "onChange" | "children"> {
  at: MenuPlace;
  /** Of the list itself. */
  className?: string | undefined;
  children: ReactNode;
}

/** The menu of a button that stands already. */
export function MenuBelow({ at, className, children, ...menu }: MenuBelowProps) {
  const { id, button, opened, onChange } = at;
  // First there, then opened: that is when a menu notes where the focus goes afterwards.
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <Menu {...menu} id={id} opened={opened && isThere} onChange={onChange}>
      <Menu.Target>
        <Standing button={button} />
      </Menu.Target>
      <Menu.Dropdown {...(className ? { className } : {})}>{children}</Menu.Dropdown>
    </Menu>
  );
}

function Standing({ ref, button }: { ref?: Ref<HTMLElement | null>; button: RefObject<HTMLElement | null> }) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => button.current, [button]);
  return null;
}
