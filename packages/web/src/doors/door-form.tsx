import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Door, saveDoor } from "../lib/doors.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface DoorFormProps {
  projectId: string;
  /** The one that is changed; without it a new one. */
  door: Door | null;
  onClose: () => void;
}

export function DoorForm({ projectId, door, onClose }: DoorFormProps) {
  const client = useQueryClient();
  const [name, setName] = useState(door?.name ?? "");
  const [url, setUrl] = useState(door?.url ?? "");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await saveDoor(client, projectId, door, { name, url: url.trim() });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={door ? "Change door" : "Add a door"}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Address"
            placeholder="https://"
            inputMode="url"
            maxLength={2_000}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={field("url")}
            required
            data-autofocus
          />
          <TextInput
            label="Name"
            description={door ? undefined : "Without one it is called by its address."}
            placeholder="Designs"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={field("name")}
            required={door !== null}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {door ? "Save" : "Add door"}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
