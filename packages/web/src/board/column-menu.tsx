import { Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BoardColumn } from "../lib/board-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useWorld } from "./board-context.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import { shiftColumn } from "./column-acts.ts";
import { ColumnCardItems } from "./column-card-items.tsx";
import { ColumnCopy } from "./column-copy.tsx";
import { ColumnDelete } from "./column-delete.tsx";
import { ColumnForm } from "./column-form.tsx";
import { MenuAnchor } from "./menu-anchor.tsx";

/** What can be done with a column and its cards: one menu for all of them. */
export function ColumnMenu() {
  const { projectId, columns, manages, lanes } = useWorld();
  const client = useQueryClient();
  const ui = useUiStore();
  const open = useUi(({ columnMenu }) => columnMenu);
  const [asked, setAsked] = useState<{ act: "change" | "copy" | "delete"; column: BoardColumn } | null>(null);
  const at = columns.findIndex(({ id }) => id === open?.columnId);
  const column = columns[at];
  const shift = (by: -1 | 1) => () => {
    if (column) void shiftColumn(client, projectId, columns, column, by).catch((error) => sayProblem(error));
  };
  const close = () => {
    ui.set({ columnMenu: null });
    if (column) document.getElementById(`menu-${column.id}`)?.focus();
  };
  const laneOf = (columnId: string) =>
    lanes().find((lane) => lane.column?.id === columnId && !lane.folded)?.id ?? columnId;
  const done = () => setAsked(null);
  return (
    <>
      {open && column ? (
        <Menu opened onClose={close} position="bottom-end" width={220} returnFocus={false} trapFocus>
          <Menu.Target>
            <MenuAnchor at={open.at} name={`Column ${column.name}`} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() =>
                ui.set({ composer: { laneId: laneOf(column.id), below: null, templates: true } })
              }
            >
              New card from a template...
            </Menu.Item>
            <ColumnCardItems column={column} />
            {manages ? (
              <>
                <Menu.Divider />
                <Menu.Item onClick={() => setAsked({ act: "change", column })}>
                  Name, kind and limit
                </Menu.Item>
                <Menu.Item onClick={() => setAsked({ act: "copy", column })}>Copy column...</Menu.Item>
                <Menu.Item onClick={shift(-1)} disabled={at <= 0}>
                  Move column left
                </Menu.Item>
                <Menu.Item onClick={shift(1)} disabled={at >= columns.length - 1}>
                  Move column right
                </Menu.Item>
                <Menu.Item onClick={() => setAsked({ act: "delete", column })} disabled={columns.length < 2}>
                  Delete column
                </Menu.Item>
              </>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {asked?.act === "change" ? <ColumnForm column={asked.column} onClose={done} /> : null}
      {asked?.act === "copy" ? <ColumnCopy column={asked.column} onClose={done} /> : null}
      {asked?.act === "delete" ? <ColumnDelete column={asked.column} onClose={done} /> : null}
    </>
  );
}
