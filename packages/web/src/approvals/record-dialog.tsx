import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  Modal,
  Radio,
  Select,
  Stack,
  Text,
  Textarea,
} from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type Approval, type Recorded, recordDecision } from "./approvals.api.ts";

interface DialogProps {
  approval: Approval;
  onClose: () => void;
}

/** Said on the phone or in a room: it is written down in their name, and says so everywhere. */
export function RecordDialog({ approval, onClose }: DialogProps) {
  const client = useQueryClient();
  const deciders = approval.people.filter(({ turn }) => turn);
  const [personId, setPersonId] = useState(deciders[0]?.person.id ?? "");
  const [answer, setAnswer] = useState<string>(isChosen(approval) ? "" : "approved");
  const [words, setWords] = useState("");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await recordDecision(client, approval, { personId, words, ...verdictOf(answer) });
    sayDone("Written down");
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title="Record on behalf of" size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            It is shown everywhere as written down by you, and its person gets a receipt.
          </Text>
          <Select
            label="Who said it"
            data={deciders.map(({ person }) => ({ value: person.id, label: person.name }))}
            value={personId}
            allowDeselect={false}
            onChange={(value) => setPersonId(value ?? "")}
          />
          <Radio.Group label="What" value={answer} onChange={setAnswer}>
            <Stack gap={6} mt={6}>
              {answersOf(approval).map(({ value, label }) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label="How and in which words"
            description="For example: on the phone, Friday 10:00."
            required
            autosize
            minRows={2}
            maxLength={5_000}
            value={words}
            error={field("words")}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={words.trim() === "" || answer === "" || personId === ""}
            >
              Record
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

/** One of several answers instead of a yes. */
function isChosen({ kind }: Approval): boolean {
  return kind === "question" || kind === "change";
}

function answersOf({ kind, choices }: Approval): { value: string; label: string }[] {
  const answers = choices.map(({ id, text }) => ({ value: id, label: text }));
  if (kind === "question") return answers;
  if (kind === "change")
    return [...answers, { value: "changes_requested", label: "Another offer is wanted" }];
  return [
    { value: "approved", label: "Approved" },
    { value: "changes_requested", label: "Changes requested" },
  ];
}

function verdictOf(answer: string): Pick<Recorded, "verdict" | "choice"> {
  if (answer === "approved" || answer === "changes_requested") return { verdict: answer, choice: null };
  return { verdict: "chosen", choice: answer };
}

/** Shown this once. */
export function HandedOver({ address, onClose }: { address: string; onClose: () => void }) {
  return (
    <Alert color="yellow" variant="light" title="Shown only now" withCloseButton onClose={onClose}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          Give it to this person alone. Every decision that comes by it says that you handed it over.
        </Text>
        <Code block>{address}</Code>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}
