import { Button, Checkbox, Select, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "../lib/counted.ts";
import { projectsQuery } from "../lib/current-project.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { carryOn, laterQuery, type Retrospective } from "./retrospective.api.ts";

/** What goes on elsewhere: actions, and cards that were put off. */
export function CarryOn({ retrospective }: { retrospective: Retrospective }) {
  const { projectId, actions } = retrospective;
  const { data: cards = [] } = useQuery(laterQuery(projectId));
  const open = actions.filter(({ carriedTo }) => carriedTo === null);
  if (open.length === 0 && cards.length === 0) return null;
  return (
    <section aria-label="Carry on">
      <Title order={2} size="h3" mb="xs">
        Carry on in another project
      </Title>
      <Choose key={`${open.length} ${cards.length}`} projectId={projectId} actions={open} cards={cards} />
    </section>
  );
}

interface ChooseProps {
  projectId: string;
  actions: readonly { id: string; title: string }[];
  cards: readonly { id: string; title: string }[];
}

function Choose({ projectId, actions, cards }: ChooseProps) {
  const client = useQueryClient();
  const { data: projects = [] } = useQuery(projectsQuery);
  const [to, setTo] = useState<string | null>(null);
  const [actionIds, setActions] = useState(() => actions.map(({ id }) => id));
  const [cardIds, setCards] = useState<string[]>([]);
  const { submit, busy, problem } = useSubmit(async () => {
    if (to === null) return;
    const made = await carryOn(client, projectId, { toProjectId: to, actionIds, cardIds });
    sayDone(`${counted(made, "card")} went on.`);
  });
  const count = actionIds.length + cardIds.length;
  return (
    <Form onSend={submit}>
      <Stack gap="sm" maw="var(--mp-text-width)">
        <Select
          label="Project"
          searchable
          data={projects
            .filter(({ id }) => id !== projectId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={to}
          onChange={setTo}
        />
        {actions.length > 0 ? (
          <Checkbox.Group label="Actions, as cards of its board" value={actionIds} onChange={setActions}>
            <Choices of={actions} />
          </Checkbox.Group>
        ) : null}
        {cards.length > 0 ? (
          <Checkbox.Group
            label="Cards of the Later list"
            description="Title, description, priority and estimate go along. Comments, files, labels and people stay with the card in the archive here."
            value={cardIds}
            onChange={setCards}
          >
            <Choices of={cards} />
          </Checkbox.Group>
        ) : null}
        <Refusal problem={problem} />
        <div>
          <Button type="submit" loading={busy} disabled={to === null || count === 0}>
            {count === 0 ? "Carry on" : `Carry ${counted(count, "thing")} on`}
          </Button>
        </div>
        <Text size="sm" c="dimmed">
          Each goes on once.
        </Text>
      </Stack>
    </Form>
  );
}

function Choices({ of }: { of: readonly { id: string; title: string }[] }) {
  return (
    <Stack gap={6} mt={6}>
      {of.map(({ id, title }) => (
        <Checkbox key={id} value={id} label={title} />
      ))}
    </Stack>
  );
}
