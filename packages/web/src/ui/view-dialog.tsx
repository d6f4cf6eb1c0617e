import { Checkbox, Modal, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeView, type SavedView, saveView, type ViewPlace } from "../lib/saved-views.ts";
import { useIsGuest } from "../lib/session.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "./form.tsx";
import { Refusal } from "./refusal.tsx";
import { SaveRow } from "./save-row.tsx";

interface ViewDialogProps {
  at: ViewPlace;
  /** Null: a new one of the filters of now. */
  view: SavedView | null;
  search: string;
  /** Of a name. */
  example: string;
  onClose: () => void;
}

/** A name for filters, and who finds them. */
export function ViewDialog({ at, view, search, example, onClose }: ViewDialogProps) {
  const client = useQueryClient();
  const isGuest = useIsGuest();
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  const form = useSubmit(async () => {
    const words = { name: name.trim(), shared };
    await (view ? changeView(client, view, words) : saveView(client, at, { ...words, search }));
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={view ? `Rename “${view.name}”` : "Save this view"}>
      <Form onSend={() => void form.submit()}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            placeholder={example}
            data-autofocus
            required
            maxLength={80}
            value={name}
            error={form.field("name")}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          {isGuest ? null : (
            <Checkbox
              label="Everybody in the team finds it"
              checked={shared}
              onChange={({ currentTarget }) => setShared(currentTarget.checked)}
            />
          )}
          <Refusal problem={form.problem} />
          <SaveRow busy={form.busy} ready={name.trim() !== ""} onCancel={onClose} />
        </Stack>
      </Form>
    </Modal>
  );
}
