import { Button, Group, List, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { ApiProblem } from "../lib/problem.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface EraseDialogProps {
  person: { personId: string; name: string; email: string };
  onClose: () => void;
}

/** The one thing here without a way back: it says what goes and what stays, and wants the name typed. */
export function EraseDialog({ person, onClose }: EraseDialogProps) {
  const { personId, name } = person;
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    const params = { path: { contactId: personId } };
    await answer(api.POST("/api/v1/contacts/{contactId}/erase", { params, body: { name: typed } }));
    onClose();
    sayDone("Erased. What was said and decided stays, of a former contact.");
    await client.invalidateQueries();
  });
  return (
    <Modal opened onClose={onClose} title={`Erase ${name}`} size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <Text fw={600}>This cannot be undone.</Text>
          <div>
            <Text size="sm">Goes, at once:</Text>
            <List size="sm">
              <List.Item>name, mail address, language and time zone</List.Item>
              <List.Item>every link, device and password, and what they may see</List.Item>
              <List.Item>which pages they opened, and all mails to and from them</List.Item>
            </List>
          </div>
          <div>
            <Text size="sm">Stays, of a “Former contact”:</Text>
            <List size="sm">
              <List.Item>what they decided, answered, wrote and sent, word for word</List.Item>
              <List.Item>
                the record of it: seals hold, and a record that was exported before still verifies
              </List.Item>
              <List.Item>that you erased somebody, and when</List.Item>
            </List>
          </div>
          <Text size="sm" c="dimmed">
            Backups keep the name until they are replaced, and so do records and certificates that were handed
            out.
          </Text>
          <TextInput
            label={`Type “${name}” to be sure`}
            autoComplete="off"
            required
            data-autofocus
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Refusal problem={problem} />
          <StillAsked problem={problem} />
          <Group>
            <Button type="submit" color="red" loading={busy} disabled={typed.trim() !== name}>
              Erase for good
            </Button>
            <Button variant="default" onClick={onClose}>
              Keep
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

interface OpenAsk {
  kind: string;
  projectKey: string;
  number: number;
  title: string;
}

/** What waits for them, each on the page where it can be taken back. */
function StillAsked({ problem }: { problem: unknown }) {
  const open = problem instanceof ApiProblem && Array.isArray(problem.facts.open) ? problem.facts.open : [];
  if (open.length === 0) return null;
  return (
    <List size="sm">
      {open.filter(isOpenAsk).map(({ kind, projectKey, number, title }) => (
        <List.Item key={`${kind} ${projectKey} ${number}`}>
          {projectKey}, {kind === "approval" ? "decision" : "request"} {number}: {title}
        </List.Item>
      ))}
    </List>
  );
}

function isOpenAsk(value: unknown): value is OpenAsk {
  return typeof value === "object" && value !== null && "kind" in value && "title" in value;
}
