import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { FieldsEditor } from "./fields-editor.tsx";

/** From a card to the fields that all cards of its project have. */
export function EditFields({ projectId, isFirst }: { projectId: string; isFirst: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {isFirst ? "Add a field of your own" : "Edit fields"}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Fields of this project's cards" size="lg">
        <FieldsEditor projectId={projectId} />
      </Modal>
    </>
  );
}
