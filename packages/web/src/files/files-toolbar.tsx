import { Group, NativeSelect, TextInput } from "@mantine/core";
import { type Ref, useEffect, useState } from "react";
import { FILE_ORDERS, type FileOrder } from "./files-search.ts";

const TYPING_MS = 250;
const ORDERS: Record<FileOrder, string> = {
  newest: "Newest first",
  name: "By name",
  largest: "Largest first",
};

interface FilesToolbarProps {
  field: Ref<HTMLInputElement>;
  q: string;
  order: FileOrder;
  onWords: (q: string) => void;
  onOrder: (order: FileOrder | undefined) => void;
}

/** Words of names, and the order; both stand in the address. */
export function FilesToolbar({ field, q, order, onWords, onOrder }: FilesToolbarProps) {
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  useEffect(() => {
    if (words.trim() === q) return;
    const timer = setTimeout(() => onWords(words.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, q, onWords]);
  return (
    <Group gap="sm" mb="md">
      <TextInput
        ref={field}
        type="search"
        style={{ flex: "1 1 220px" }}
        maw={420}
        aria-label="Search in the names of all versions"
        placeholder="Search in names"
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label="Order"
        data={FILE_ORDERS.map((value) => ({ value, label: ORDERS[value] }))}
        value={order}
        onChange={({ currentTarget }) => onOrder(FILE_ORDERS.find((known) => known === currentTarget.value))}
      />
    </Group>
  );
}
