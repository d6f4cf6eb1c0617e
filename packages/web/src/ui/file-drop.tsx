import { Box, Button, Text } from "@mantine/core";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import classes from "./file-drop.module.css";

interface FileDropProps {
  /** Kinds of files, as the picker takes them. */
  accept: string;
  /** What file it is: "Trello export". */
  name: string;
  /** The word on its button. */
  action: string;
  busy: boolean;
  onFile: (file: File) => void;
  /** Where to get such a file. */
  children: ReactNode;
}

/** One file, picked or dropped. */
export function FileDrop({ accept, name, action, busy, onFile, children }: FileDropProps) {
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
        accept={accept}
        hidden
        aria-label={name}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          currentTarget.value = "";
        }}
      />
      <Button loading={busy} onClick={() => picker.current?.click()}>
        {action}
      </Button>
      <Text size="sm" c="dimmed" mt="md">
        {children}
      </Text>
    </Box>
  );
}
