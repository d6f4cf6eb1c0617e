import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { projectPeopleQuery } from "../lib/plan-query.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { ChoiceSelect } from "../ui/choice-select.tsx";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { REQUEST_KINDS } from "../ui/request-kinds.ts";
import { askClient, type Wanted, writeRequest } from "./client-requests.api.ts";

interface AskDialogProps {
  projectId: string;
  /** What it holds up; one of these can be chosen. */
  milestones: readonly { id: string; ref: string; title: string }[];
  milestoneId: string | null;
  onClose: () => void;
}

/** Asks one person of the client for one thing. */
export function AskDialog({ projectId, milestones, milestoneId, onClose }: AskDialogProps) {
  const client = useQueryClient();
  const { data: people = [] } = useQuery(projectPeopleQuery(projectId));
  const contacts = people.filter(({ kind }) => kind === "contact");
  const [wanted, setWanted] = useState<Wanted>({
    kind: "files",
    title: "",
    why: "",
    questions: [],
    dueOn: null,
    milestoneId,
    contactId: null,
  });
  const [lines, setLines] = useState("");
  const [only] = contacts.length === 1 ? contacts : [];
  const contactId = wanted.contactId ?? only?.id ?? null;
  const change = (more: Partial<Wanted>) => setWanted((was) => ({ ...was, ...more }));
  const { submit, busy, problem, field } = useSubmit(async (asks: boolean) => {
    const questions = lines
      .split("\n")
      .map((each) => each.trim())
      .filter(Boolean);
    const made = await writeRequest(client, projectId, {
      ...wanted,
      contactId,
      title: wanted.title.trim(),
      questions: wanted.kind === "answers" ? questions : [],
    });
    if (asks) await askClient(client, made);
    sayDone(asks ? "Asked by mail" : "Kept as a draft");
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title="What do you need from the client?" size="lg">
      <Form onSend={() => submit(true)}>
        <Stack gap="sm">
          <ChoiceSelect
            label="What"
            choices={REQUEST_KINDS}
            value={wanted.kind}
            onChange={(kind) => change({ kind: kind ?? "files" })}
          />
          <TextInput
            label="In a few words"
            placeholder="Photos of the shop"
            required
            data-autofocus
            maxLength={240}
            value={wanted.title}
            error={field("title")}
            onChange={({ currentTarget }) => change({ title: currentTarget.value })}
          />
          <Textarea
            label="Why"
            description="They read it. A reason is answered sooner."
            autosize
            minRows={2}
            value={wanted.why}
            onChange={({ currentTarget }) => change({ why: currentTarget.value })}
          />
          {wanted.kind === "answers" ? (
            <Textarea
              label="Questions, one on each line"
              required
              autosize
              minRows={3}
              value={lines}
              error={field("questions")}
              onChange={({ currentTarget }) => setLines(currentTarget.value)}
            />
          ) : null}
          <Group grow align="flex-start">
            <Select
              label="Who is asked"
              placeholder={
                contacts.length === 0 ? "Nobody has a part in the project" : "A person of the client"
              }
              data={contacts.map(({ id, name }) => ({ value: id, label: name }))}
              value={contactId}
              onChange={(id) => change({ contactId: id })}
            />
            <TextInput
              type="date"
              label="By when"
              value={wanted.dueOn ?? ""}
              error={field("dueOn")}
              onChange={({ currentTarget }) => change({ dueOn: currentTarget.value || null })}
            />
          </Group>
          <Select
            label="Which milestone waits for it"
            clearable
            searchable
            data={milestones.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
            value={wanted.milestoneId}
            onChange={(id) => change({ milestoneId: id })}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="default"
              disabled={busy || wanted.title.trim() === ""}
              onClick={() => void submit(false)}
            >
              Keep as draft
            </Button>
            <Button type="submit" loading={busy} disabled={wanted.title.trim() === "" || contactId === null}>
              Ask now
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
