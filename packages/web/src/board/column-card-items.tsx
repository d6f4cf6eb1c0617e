import { Kbd, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { BoardColumn } from "../lib/board-query.ts";
import { archiveColumn, type ColumnSort, sortColumn } from "../lib/cards-together.ts";
import { useWorld } from "./board-context.ts";
import { fold } from "./folded.ts";

const SORTS: readonly [ColumnSort, string, string][] = [
  ["due", "Due date, soonest first", "due date"],
  ["priority", "Priority, highest first", "priority"],
  ["title", "Title, A to Z", "title"],
  ["estimate", "Estimate, smallest first", "estimate"],
  ["newest", "Newest first", "age, newest first"],
  ["oldest", "Oldest first", "age, oldest first"],
];

/** What can be done with all cards of a column at once. */
export function ColumnCardItems({ column }: { column: BoardColumn }) {
  const { projectId, columnLanes } = useWorld();
  const client = useQueryClient();
  const here = { ...column, projectId };
  const lane = columnLanes().find(({ id }) => id === column.id);
  const total = lane?.total ?? 0;
  // What a filter hides is not known here, and goes along: the number says so.
  const done = lane?.cards.filter(({ doneAt }) => doneAt !== null).length ?? 0;
  const isPart = done > 0 && done < total;
  return (
    <>
      <Menu.Sub position="right-start">
        <Menu.Sub.Target>
          <Menu.Sub.Item disabled={total < 2}>Sort once by</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown aria-label={`Sort ${column.name} by`}>
          {SORTS.map(([by, label, words]) => (
            <Menu.Item key={by} onClick={() => void sortColumn(client, here, by, words)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      {isPart ? (
        <Menu.Item onClick={() => void archiveColumn(client, here, "done")}>
          Archive what is done in it
        </Menu.Item>
      ) : null}
      <Menu.Item disabled={total === 0} onClick={() => void archiveColumn(client, here, "all")}>
        {total === 1 ? "Archive its card" : `Archive all ${total} cards`}
      </Menu.Item>
      <Menu.Item rightSection={<Kbd size="xs">-</Kbd>} onClick={() => fold(projectId, column.id, true)}>
        Fold column
      </Menu.Item>
    </>
  );
}
