import { Checkbox, Modal, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { changeView, type SavedView, saveView } from "./saved-views.api.ts";

interface ViewDialogProps {
  /** Null: a new one of the filters of now. */
  view: SavedView | null;
  search: string;
  onClose: () => void;
}

/** A name for filters, and who finds them. */
export function ViewDialog({ view, search, onClose }: ViewDialogProps) {
  const client = useQueryClient();
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  const form = useSubmit(async () => {
    const words = { name: name.trim(), shared };
    await (view ? changeView(client, view, words) : saveView(client, { ...words, search }));
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={view ? `Rename “${view.name}”` : "Save this view"}>
      <Form onSend={() => void form.submit()}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            placeholder="Off track, mine"
            data-autofocus
            required
            maxLength={80}
            value={name}
            error={form.field("name")}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Checkbox
            label="Everybody in the team finds it"
            checked={shared}
            onChange={({ currentTarget }) => setShared(currentTarget.checked)}
          />
          <Refusal problem={form.problem} />
          <SaveRow busy={form.busy} ready={name.trim() !== ""} onCancel={onClose} />
        </Stack>
      </Form>
    </Modal>
  );
}
