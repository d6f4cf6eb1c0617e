import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answer, api } from "../lib/api.ts";
import type { FormDraft } from "../lib/form-draft.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import type { ProjectWish } from "./new-project-draft.ts";
import { ProjectBasics } from "./project-basics.tsx";
import { suggestKey } from "./project-key.ts";

/** Another way to begin than with nothing. */
export interface Beginning {
  /** Stands where an empty project has its two dates. */
  setup: ReactNode;
  /** The outcome that holds while none is typed. */
  outcome: string | null;
  /** What will be made, or what is missing for it, in a few words. */
  words: string | null;
  /** `null` while it cannot be started from. */
  start: ((head: ProjectHead) => Promise<{ key: string }>) | null;
}

export interface ProjectHead {
  name: string;
  key?: string;
  clientId: string | null;
  outcome: string;
}

interface NewProjectPageProps {
  draft: FormDraft<ProjectWish>;
  /** The question that comes first. */
  kind: ReactNode;
  /** `null` = with nothing. */
  beginning: Beginning | null;
  /** Something was typed that can be cleared. */
  typed: boolean;
  /** Both when it is made and when somebody wants a blank page. */
  onClear: () => void;
  onStartOver: () => void;
}

/** A name is enough; the rest can be said later on the head page. */
export function NewProjectPage({ draft, kind, beginning, typed, onClear, onStartOver }: NewProjectPageProps) {
  useTitle("New project");
  const mayStart = useCan("project.create");
  const client = useQueryClient();
  const navigate = useNavigate();
  const { values: wish, set: change } = draft;
  const { submit, busy, problem, field } = useSubmit(async () => {
    const start = beginning ? beginning.start : () => startEmpty(headOf(wish), wish);
    if (start === null) return;
    const { key } = await start(headOf(wish));
    onClear();
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.projects }),
      client.invalidateQueries({ queryKey: keys.portfolio }),
    ]);
    const params = { projectKey: key.toLowerCase() };
    await navigate({ to: beginning ? "/p/$projectKey/roadmap" : "/p/$projectKey", params });
  });
  if (!mayStart)
    return (
      <EmptyState level={1} title="New project">
        An owner or admin starts projects, and can make you the lead of one.
      </EmptyState>
    );
  return (
    <Page title="New project" lead="A name is enough to begin." narrow>
      <Form onSend={submit}>
        <Stack gap="lg">
          {kind}
          <Stack maw={560}>
            <ProjectBasics wish={wish} onChange={change} field={field} outcome={beginning?.outcome ?? null} />
            {beginning ? null : <TwoDates wish={wish} onChange={change} field={field} />}
          </Stack>
          {beginning?.setup}
          <Refusal problem={problem} />
          <Group>
            <Button type="submit" loading={busy} disabled={beginning !== null && beginning.start === null}>
              Create project
            </Button>
            {typed ? (
              <Button variant="subtle" onClick={onStartOver}>
                Start over
              </Button>
            ) : null}
            {beginning?.words ? (
              <Text c="dimmed" role="status">
                {beginning.words}
              </Text>
            ) : null}
          </Group>
        </Stack>
      </Form>
    </Page>
  );
}

function TwoDates({
  wish,
  onChange,
  field,
}: {
  wish: ProjectWish;
  onChange: (part: Partial<ProjectWish>) => void;
  field: (name: string) => string | undefined;
}) {
  return (
    <Group grow>
      <TextInput
        type="date"
        label="Starts"
        value={wish.startOn ?? ""}
        error={field("startOn")}
        onChange={({ currentTarget }) => onChange({ startOn: currentTarget.value || null })}
      />
      <TextInput
        type="date"
        label="Ends"
        value={wish.dueOn ?? ""}
        error={field("dueOn")}
        onChange={({ currentTarget }) => onChange({ dueOn: currentTarget.value || null })}
      />
    </Group>
  );
}

function headOf({ name, key, clientId, outcome }: ProjectWish): ProjectHead {
  const said = key ?? suggestKey(name);
  return { name, clientId, outcome, ...(said ? { key: said } : {}) };
}

function startEmpty(head: ProjectHead, { startOn, dueOn }: ProjectWish): Promise<{ key: string }> {
  const body = { ...head, startOn: startOn || null, dueOn: dueOn || null };
  return answer(api.POST("/api/v1/projects", { body }));
}
