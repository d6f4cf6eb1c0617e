import { Select, TextInput } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import classes from "./gallery.module.css";
import { type GallerySearch, readSearch } from "./gallery-search.ts";

interface GalleryFilterProps {
  search: GallerySearch;
  trades: readonly string[];
}

type Change = { [K in keyof GallerySearch]: string | null };

/** By word and by trade; the address keeps both. */
export function GalleryFilter({ search, trades }: GalleryFilterProps) {
  const change = useSearchChange(changed);
  const [text, setText] = useState(search.q ?? "");
  useEffect(() => {
    if (!search.q) setText("");
  }, [search.q]);
  const field = useRef<HTMLInputElement>(null);
  const keys = useMemo(
    () => ["/", "f"].map((key) => ({ keys: key, label: "Filter", run: () => field.current?.focus() })),
    [],
  );
  useKeys("Templates", keys);
  return (
    <search className={classes.filters}>
      <TextInput
        ref={field}
        label="Filter"
        placeholder="Name, trade or a word"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          change({ q: currentTarget.value });
        }}
      />
      <Select
        label="Trade"
        placeholder="Any"
        clearable
        searchable
        data={[...trades]}
        value={trades.find((trade) => trade.toLowerCase() === search.trade?.toLowerCase()) ?? null}
        onChange={(trade) => change({ trade })}
      />
    </search>
  );
}

function changed(before: GallerySearch, change: Change): GallerySearch {
  return readSearch({ ...before, ...change });
}
