import { Autocomplete, Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { TEMPLATE_CARRIES, TEMPLATE_LEAVES } from "@milepost/planning";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { templatesQuery } from "../lib/template-query.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { tradesOf } from "./gallery-search.ts";
import { LabelledLines } from "./labelled.tsx";
import { keepPlanAsTemplate } from "./template-acts.ts";

interface SaveDialogProps {
  projectId: string;
  projectName: string;
  onClose: () => void;
}

/** What the template is called, and what of the project goes into it. */
export function SaveDialog({ projectId, projectName, onClose }: SaveDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: templates = [] } = useQuery(templatesQuery);
  const [words, setWords] = useState({ name: projectName, trade: "", summary: "" });
  const { submit, busy, problem, field } = useSubmit(async () => {
    const { id, name } = await keepPlanAsTemplate(client, projectId, words);
    onClose();
    const go = () => navigate({ to: "/templates/$templateId", params: { templateId: id } });
    sayDone(`“${name}” is among your templates now.`, { label: "Look at it", go });
  });
  const set = (part: Partial<typeof words>) => setWords((before) => ({ ...before, ...part }));
  return (
    <Modal opened onClose={onClose} title="Save as template" size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            required
            data-autofocus
            maxLength={240}
            value={words.name}
            error={field("name")}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <Autocomplete
            label="Trade"
            placeholder="Web"
            maxLength={80}
            data={tradesOf(templates)}
            value={words.trade}
            onChange={(trade) => set({ trade })}
          />
          <TextInput
            label="Summary"
            description="One sentence: what it is for"
            maxLength={500}
            value={words.summary}
            onChange={({ currentTarget }) => set({ summary: currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <LabelledLines label="Goes into the template" lines={Object.values(TEMPLATE_CARRIES)} />
            <LabelledLines label="Stays in the project alone" lines={TEMPLATE_LEAVES} />
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            The project stays as it is, whatever becomes of the template.
          </Text>
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={words.name.trim() === ""}>
              Save as template
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
