import { Button, Group, Modal, NativeSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { Form } from "../ui/form.tsx";
import { folderChoices } from "./folders.ts";
import type { Folder } from "./project-files.api.ts";

const TOP = "top";

interface MoveToDialogProps {
  title: string;
  folders: readonly Folder[];
  /** Where it is now. */
  from: string | null;
  /** A folder that is moved cannot go into itself. */
  except?: string;
  onMove: (folderId: string | null) => void;
  onClose: () => void;
}

/** "Move to...": every folder that a drag can reach. */
export function MoveToDialog({ title, folders, from, except, onMove, onClose }: MoveToDialogProps) {
  const [to, setTo] = useState(from ?? TOP);
  const move = () => {
    onClose();
    onMove(to === TOP ? null : to);
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <Form onSend={move}>
        <Stack gap="sm">
          <NativeSelect
            label="Folder"
            data={[{ value: TOP, label: "No folder" }, ...folderChoices(folders, except)]}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Move</Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
