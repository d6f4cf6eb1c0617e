import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import { useKeys } from "../lib/keyboard.ts";
import { offerUndo } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type Preview, publishPlan, takeBack } from "./publications.api.ts";
import classes from "./publications.module.css";

interface PublishFormProps {
  projectId: string;
  preview: Preview;
}

/** The same news in two sets of words, and the one button that sends them. */
export function PublishForm({ projectId, preview }: PublishFormProps) {
  const client = useQueryClient();
  const { values, set, changes, theirs, clear } = useFormDraft(`publish.${projectId}`, preview.draft);
  const { submit, busy, problem } = useSubmit(async () => {
    const made = await publishPlan(client, projectId, preview, values);
    clear();
    offerUndo("Publishing: the client reads it in two minutes", () => takeBack(client, made));
  });
  const ready = preview.blocked === null;
  const publishKeys = useMemo(
    () => [{ keys: "mod+enter", label: "Publish", inFields: true, run: () => void submit() }],
    [submit],
  );
  useKeys("Publish", publishKeys, { when: ready });
  const edited = Object.keys(changes).length > 0;
  return (
    <Form onSend={submit}>
      <Stack gap="sm">
        <div className={classes.texts}>
          <Words
            label="For the client"
            hint={`Stands above the plan and in the mail to ${listed(preview.recipients, "the client")}.`}
            value={values.clientText}
            onChange={(clientText) => set({ clientText })}
          />
          <Words
            label="For the team"
            hint={`In the history below and in the mail to ${listed(preview.team, "nobody else of the team")}.`}
            value={values.teamText}
            onChange={(teamText) => set({ teamText })}
          />
          <Only who="Only the client reads" lines={onlyIn(values.clientText, values.teamText)} />
          <Only who="Only the team reads" lines={onlyIn(values.teamText, values.clientText)} />
        </div>
        <Refusal problem={problem} />
        <Moved words={values} suggested={theirs} />
        <Text size="sm" c="dimmed">
          {consequence(preview)}
        </Text>
        <Group>
          <Button type="submit" loading={busy} disabled={!ready} title="Ctrl+Enter">
            Publish
          </Button>
          {edited ? (
            <Button variant="default" onClick={clear}>
              Take the suggested words
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Form>
  );
}

interface WordsProps {
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}

function Words({ label, hint, value, onChange }: WordsProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={5}
      maxRows={16}
      maxLength={10_000}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

interface MovedProps {
  words: Preview["draft"];
  /** Where the plan gives other words than when these were begun. */
  suggested: Partial<Preview["draft"]>;
}

/** The plan went on while somebody wrote: nothing of theirs is touched, and what it does not say yet stands beside it. */
function Moved({ words, suggested: { clientText = "", teamText = "" } }: MovedProps) {
  const parts = [
    { who: "For the client", lines: onlyIn(clientText, words.clientText) },
    { who: "For the team", lines: onlyIn(teamText, words.teamText) },
  ].filter(({ lines }) => lines.length > 0);
  if (parts.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status" title="The plan has changed since you wrote this">
      <Text size="sm">Your words are kept. What would be suggested now, and does not stand in them:</Text>
      {parts.map(({ who, lines }) => (
        <div key={who} className={classes.only}>
          {`${who}:`}
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </Alert>
  );
}

/** In which lines the two texts differ, so that nothing of the team slips into the other one unseen. */
function Only({ who, lines }: { who: string; lines: readonly string[] }) {
  return (
    <div className={classes.only} role="status">
      {lines.length === 0 ? (
        `${who}: nothing beyond the other text.`
      ) : (
        <>
          {`${who}:`}
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function onlyIn(text: string, other: string): string[] {
  const there = new Set(linesOf(other));
  return [...new Set(linesOf(text))].filter((line) => !there.has(line));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/^[-*]\s+/, ""))
    .filter((line) => line !== "");
}

function listed(people: readonly { name: string }[], nobody: string): string {
  return people.length === 0
    ? nobody
    : new Intl.ListFormat("en", { type: "conjunction" }).format(people.map(({ name }) => name));
}

function consequence({ version }: Preview): string {
  const held = "For two minutes you can undo it; then the client reads it and the mail leaves.";
  if (version === null)
    return `Dates, scope, criteria, owners and prices are the same, so the plan version stays. ${held}`;
  return version === 1
    ? `The plan becomes version 1: what dates are measured against from then on. ${held}`
    : `This makes plan version ${version}. ${held}`;
}
