import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { keys } from "../lib/query-keys.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { contentOf, type Deliverable, handIn } from "./deliverable-acts.ts";

interface HandInProps {
  milestone: Milestone;
  deliverable: Deliverable;
  onClose: () => void;
}

/** A link, a text, or one of the milestone's files. */
export function HandIn({ milestone, deliverable, onClose }: HandInProps) {
  const client = useQueryClient();
  const [value, setValue] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    await handIn(client, deliverable, contentOf(deliverable, value.trim()));
    onClose();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Field milestone={milestone} deliverable={deliverable} value={value} onChange={setValue} />
      <Refusal problem={problem} />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="compact-sm" loading={busy} disabled={value.trim() === ""}>
          Hand in
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}

interface FieldProps {
  milestone: Milestone;
  deliverable: Deliverable;
  value: string;
  onChange: (value: string) => void;
}

function Field({ milestone, deliverable: { kind, title }, value, onChange }: FieldProps) {
  if (kind === "file") return <FileChoice milestone={milestone} value={value} onChange={onChange} />;
  if (kind === "text")
    return (
      <Textarea
        aria-label={title}
        autosize
        autoFocus
        minRows={2}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <TextInput
      type="url"
      aria-label={title}
      placeholder="https://"
      autoFocus
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function FileChoice({ milestone, value, onChange }: Omit<FieldProps, "deliverable">) {
  const { projectId, id } = milestone;
  const { data } = useQuery({
    queryKey: keys.project(projectId, "files", id),
    queryFn: () => answer(api.GET("/api/v1/files", { params: { query: { subject: `milestone:${id}` } } })),
  });
  const files = data?.items ?? [];
  return (
    <Select
      label="One of this milestone's files"
      description={files.length === 0 ? "Add it under Files below first, then choose it here." : undefined}
      placeholder="Choose a file"
      data={files.map((file) => ({ value: file.id, label: file.name }))}
      value={value || null}
      onChange={(next) => onChange(next ?? "")}
    />
  );
}
