import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BoardColumn } from "../lib/board-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useWorld } from "./board-context.ts";
import { shiftColumn } from "./column-acts.ts";
import { ColumnDelete } from "./column-delete.tsx";
import { ColumnForm } from "./column-form.tsx";

type Open = "change" | "delete" | null;

/** What a manager may do with a column. */
export function ColumnMenu({ column }: { column: BoardColumn }) {
  const { projectId, columns } = useWorld();
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const at = columns.findIndex(({ id }) => id === column.id);
  const shift = (by: -1 | 1) => () =>
    void shiftColumn(client, projectId, columns, column, by).catch((error) => sayProblem(error));
  const close = () => setOpen(null);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={`Column ${column.name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen("change")}>Name, kind and limit</Menu.Item>
          <Menu.Item onClick={shift(-1)} disabled={at <= 0}>
            Move column left
          </Menu.Item>
          <Menu.Item onClick={shift(1)} disabled={at >= columns.length - 1}>
            Move column right
          </Menu.Item>
          <Menu.Item onClick={() => setOpen("delete")} disabled={columns.length < 2}>
            Delete column
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === "change" ? <ColumnForm column={column} onClose={close} /> : null}
      {open === "delete" ? <ColumnDelete column={column} onClose={close} /> : null}
    </>
  );
}
