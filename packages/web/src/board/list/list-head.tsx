import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import classes from "./list.module.css";
import type { ListColumn } from "./list-columns.ts";
import { type ListSearch, nextSort, readSort } from "./list-search.ts";

interface ListHeadProps {
  columns: readonly ListColumn[];
  search: ListSearch;
  onChange: (change: ListSearch) => void;
}

/** The names of the columns; a click sorts by one, up, then down, then as the board has it. */
export function ListHead({ columns, search: { sort }, onChange }: ListHeadProps) {
  const sorted = readSort(sort);
  const order = (key: string) => (sorted?.column !== key ? "none" : sorted.down ? "descending" : "ascending");
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      <div role="columnheader" className={classes.pick}>
        <span className={classes.said}>Selected</span>
      </div>
      {columns.map(({ key, name }) => (
        <div
          key={key}
          role="columnheader"
          aria-sort={order(key)}
          className={key === "title" ? classes.titleHead : undefined}
        >
          <button type="button" onClick={() => onChange({ sort: nextSort(sort, key) })}>
            {name} {order(key) === "ascending" ? <IconArrowUp size={14} aria-hidden /> : null}
            {order(key) === "descending" ? <IconArrowDown size={14} aria-hidden /> : null}
          </button>
        </div>
      ))}
      <div role="columnheader">
        <span className={classes.said}>More</span>
      </div>
    </div>
  );
}
