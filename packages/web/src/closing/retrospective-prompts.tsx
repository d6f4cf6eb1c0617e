import { Stack, Text, Textarea, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { type Prompts, type Retrospective, writePrompts } from "./retrospective.api.ts";

const LABELS = {
  outcome: "In a sentence: what is different now?",
  keep: "What do we keep?",
  change: "What do we change?",
  thank: "Whom do we thank?",
} as const satisfies Record<keyof Prompts, string>;
const FIELDS = ["outcome", "keep", "change", "thank"] as const;

/** Three prompts and one sentence; what is typed survives, and after it was held it only stands there. */
export function RetrospectivePrompts({ retrospective }: { retrospective: Retrospective }) {
  return (
    <section aria-label="What we say about it">
      <Title order={2} size="h3" mb="xs">
        What we say about it
      </Title>
      {retrospective.may.write ? (
        <Write retrospective={retrospective} />
      ) : (
        <Said {...retrospective.prompts} />
      )}
    </section>
  );
}

function Said(prompts: Prompts) {
  const said = FIELDS.filter((field) => prompts[field].trim() !== "");
  if (said.length === 0) return <Text c="dimmed">Nothing was written.</Text>;
  return (
    <Stack gap="sm" maw="var(--mp-text-width)">
      {said.map((field) => (
        <div key={field}>
          <Text fw={600}>{LABELS[field]}</Text>
          <Text style={{ whiteSpace: "pre-wrap" }}>{prompts[field]}</Text>
        </div>
      ))}
    </Stack>
  );
}

function Write({ retrospective }: { retrospective: Retrospective }) {
  const client = useQueryClient();
  const { prompts, projectId } = retrospective;
  const there = useMemo(() => prompts, [prompts]);
  const { values, set, changes, theirs, clear } = useFormDraft<Prompts>(`retrospective.${projectId}`, there);
  const { submit, busy, problem } = useSubmit(async () => {
    await writePrompts(client, retrospective, values);
    clear();
    sayDone("Saved.");
  });
  const typed = Object.keys(changes).length > 0;
  return (
    <Form onSend={submit}>
      <Stack gap="sm" maw="var(--mp-text-width)">
        <Refusal problem={problem} />
        <Theirs theirs={theirs} labels={LABELS} />
        {FIELDS.map((field) => (
          <Textarea
            key={field}
            label={LABELS[field]}
            rows={field === "outcome" ? 2 : 3}
            value={values[field]}
            onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
          />
        ))}
        <SaveRow busy={busy} ready={typed} onCancel={typed ? clear : null} />
      </Stack>
    </Form>
  );
}
