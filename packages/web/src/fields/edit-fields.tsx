import { Button, Modal } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { FieldsEditor } from "./fields-editor.tsx";

/** From a card to the fields that all cards of its project have. */
export function EditFields({ projectId, isFirst }: { projectId: string; isFirst: boolean }) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  // The card below has an Escape of its own, which this dialog holds back wherever the focus is.
  const keys = useMemo(() => [{ keys: "esc", label: "Close the fields", run: close }], [close]);
  useKeys("Fields", keys, { modal: true, when: open });
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {isFirst ? "Add a field of your own" : "Edit fields"}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        closeOnEscape={false}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close();
        }}
        title="Fields of this project's cards"
        size="lg"
      >
        <FieldsEditor projectId={projectId} />
      </Modal>
    </>
  );
}
