import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Project } from "../lib/current-project.ts";
import { isOpen } from "../lib/milestone-words.ts";
import { planQuery, projectPeopleQuery } from "../lib/plan-query.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { recordTaken, type Taken } from "./decision-log.api.ts";

const EMPTY: Taken = { question: "", outcome: "", words: "", personId: "", milestoneId: null };

/** Decided in a call or a room: what, by whom and why. Nobody is asked, and everybody reads that nobody signed it. */
export function TakenDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const client = useQueryClient();
  const { data: people = [] } = useQuery(projectPeopleQuery(project.id));
  const { data: plan } = useQuery(planQuery(project.id));
  const [taken, setTaken] = useState(EMPTY);
  const change = (next: Partial<Taken>) => setTaken((was) => ({ ...was, ...next }));
  const theirs = people.filter(({ kind, role }) => kind === "contact" && role === "approver");
  const ours = people.filter(({ kind, projectRole }) => kind === "member" && projectRole !== null);
  const isOurs = ours.some(({ id }) => id === taken.personId);
  const shown = plan?.milestones.filter((each) => isOpen(each) && each.audience === "client") ?? [];
  const { submit, busy, problem, field } = useSubmit(async () => {
    await recordTaken(client, project.id, taken);
    sayDone("Written down");
    onClose();
  });
  const isWhole = [taken.question, taken.outcome, taken.words, taken.personId].every((text) => text.trim());
  return (
    <Modal opened onClose={onClose} title="Record a decision" size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            For what was decided elsewhere. It is shown as written down by you, and not as signed.
          </Text>
          <TextInput
            label="What was the question?"
            required
            data-autofocus
            maxLength={500}
            value={taken.question}
            error={field("question")}
            onChange={({ currentTarget }) => change({ question: currentTarget.value })}
          />
          <TextInput
            label="What was decided?"
            required
            maxLength={240}
            value={taken.outcome}
            error={field("outcome")}
            onChange={({ currentTarget }) => change({ outcome: currentTarget.value })}
          />
          <Select
            label="Who decided"
            required
            description={
              isOurs
                ? "The team alone reads it."
                : "What the client's people decided stands in their list too, and they get a receipt."
            }
            data={[
              { group: "Client", items: theirs.map(({ id, name }) => ({ value: id, label: name })) },
              { group: "Team", items: ours.map(({ id, name }) => ({ value: id, label: name })) },
            ].filter(({ items }) => items.length > 0)}
            value={taken.personId === "" ? null : taken.personId}
            error={field("personId")}
            onChange={(personId) => change({ personId: personId ?? "" })}
          />
          <Textarea
            label="Why, and how it was decided"
            description="For example: in the call on Friday, because it takes SEPA."
            required
            autosize
            minRows={2}
            maxLength={5_000}
            value={taken.words}
            error={field("words")}
            onChange={({ currentTarget }) => change({ words: currentTarget.value })}
          />
          {shown.length > 0 ? (
            <Select
              label="Milestone it is about"
              clearable
              data={shown.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` }))}
              value={taken.milestoneId}
              error={field("milestoneId")}
              onChange={(milestoneId) => change({ milestoneId })}
            />
          ) : null}
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={busy} disabled={!isWhole}>
              Record
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
