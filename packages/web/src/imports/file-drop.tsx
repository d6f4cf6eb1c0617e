import { Box, Button, Text } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import classes from "./file-drop.module.css";

/** One file, picked or dropped. */
export function FileDrop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <Box
      className={`${classes.drop} ${over ? classes.over : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text mb="sm">Drop the file here, or</Text>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label="Trello export"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          currentTarget.value = "";
        }}
      />
      <Button loading={busy} onClick={() => picker.current?.click()}>
        Choose a Trello export
      </Button>
      <Text size="sm" c="dimmed" mt="md">
        In Trello: Menu, Print, export and share, Export as JSON. Up to 64 MB. Nothing is written before you
        say so.
      </Text>
    </Box>
  );
}
