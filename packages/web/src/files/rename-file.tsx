import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type File, type FilesSubject, refreshFiles, rename } from "./files.api.ts";

export function RenameFile({
  file,
  subject,
  onClose,
}: {
  file: File;
  subject: FilesSubject;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [name, setName] = useState(file.name);
  const { submit, busy, problem, field } = useSubmit(async () => {
    await rename(file, name);
    await refreshFiles(client, subject);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title="Rename file">
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={field("name")}
            required
            data-autofocus
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              Save
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
