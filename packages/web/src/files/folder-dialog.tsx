import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { createFolder, type Folder, refreshProjectFiles, renameFolder } from "./project-files.api.ts";

interface FolderDialogProps {
  projectId: string;
  /** The one that gets another name; without it a new one is made. */
  folder?: Folder;
  /** Where a new one goes. */
  parentId: string | null;
  onClose: () => void;
}

export function FolderDialog({ projectId, folder, parentId, onClose }: FolderDialogProps) {
  const client = useQueryClient();
  const [name, setName] = useState(folder?.name ?? "");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await (folder ? renameFolder(folder, name) : createFolder(projectId, name, parentId));
    await refreshProjectFiles(client, projectId);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={folder ? "Rename folder" : "New folder"}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            placeholder="Contracts"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={field("name")}
            required
            data-autofocus
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {folder ? "Save" : "Make folder"}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
