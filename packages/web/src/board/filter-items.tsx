import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import type { Board } from "../lib/board-query.ts";
import type { MenuPlace } from "../ui/late-menu.tsx";
import { MenuBelow } from "../ui/menu-below.tsx";
import { useWorld } from "./board-context.ts";
import { type BoardSearch, DUES, toggled } from "./board-filter.ts";
import { DUE_WORDS } from "./card-words.ts";
import classes from "./filter-bar.module.css";

export interface FilterItemsProps {
  at: MenuPlace;
  board: Board;
  search: BoardSearch;
  onChange: (next: BoardSearch) => void;
}

export function FilterItems({ at, board, search, onChange }: FilterItemsProps) {
  const { me } = useWorld();
  const has = (list: string | undefined, value: string) => list?.split(",").includes(value) ?? false;
  const item = (key: string, label: ReactNode, on: boolean, next: BoardSearch) => (
    <Menu.CheckboxItem key={key} checked={on} onChange={() => onChange(next)}>
      {label}
    </Menu.CheckboxItem>
  );
  const who = (id: string, name: string) =>
    item(`who-${id}`, name, has(search.who, id), { who: toggled(search.who, id) });
  return (
    <MenuBelow at={at} className={classes.menu} position="bottom-start" width={280} closeOnItemClick={false}>
      <Menu.Label>People</Menu.Label>
      {who("me", "Me")}
      {board.people.filter(({ id }) => id !== me).map(({ id, name }) => who(id, name))}
      {who("none", "Nobody")}
      <Menu.Label>Milestone</Menu.Label>
      {board.milestones.map(({ id, number, title }) => {
        const on = search.milestone === String(number);
        return item(id, `M${number} ${title}`, on, { milestone: on ? undefined : String(number) });
      })}
      {item("no-milestone", "Without milestone", search.milestone === "none", {
        milestone: search.milestone === "none" ? undefined : "none",
      })}
      <Menu.Label>Due</Menu.Label>
      {DUES.map((due) =>
        item(due, DUE_WORDS[due], search.due === due, { due: search.due === due ? undefined : due }),
      )}
      {board.labels.length > 0 ? <Menu.Label>Labels</Menu.Label> : null}
      {board.labels.map(({ id, name }) =>
        item(id, name, has(search.label, id), { label: toggled(search.label, id) }),
      )}
      <Menu.Divider />
      {item("blocked", "Blocked", search.blocked === true, { blocked: search.blocked ? undefined : true })}
    </MenuBelow>
  );
}
