import { Button, Group, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type Count, Counts } from "./counts.tsx";
import { Destination } from "./destination.tsx";
import { type Choices, type Preview, suggested } from "./imports.api.ts";
import { LeftOut } from "./left-out.tsx";
import { ListChoices } from "./list-choices.tsx";
import { MemberChoices } from "./member-choices.tsx";

interface ImportChoicesProps {
  preview: Preview;
  onRun: (choices: Choices) => Promise<unknown>;
  onBack: () => void;
}

/** What is in the file and where it goes; what was chosen stays when the run is refused. */
export function ImportChoices({ preview, onRun, onBack }: ImportChoicesProps) {
  const [choices, setChoices] = useState(() => suggested(preview));
  const { submit, busy, problem, field } = useSubmit(() => onRun(choices));
  const change = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }));
  return (
    <Form onSend={submit}>
      <Stack gap="lg">
        <Counts label="In the file" none="The file holds no lists and no cards." counts={countsOf(preview)} />
        <Destination
          importedInto={preview.importedInto}
          choices={choices}
          onChange={change}
          problem={field("newProject")}
        />
        <section aria-label="Lists">
          <Title order={2} size="h3">
            Lists
          </Title>
          <ListChoices
            lists={preview.lists}
            choices={choices.lists}
            onChoose={(id, choice) => change({ lists: { ...choices.lists, [id]: choice } })}
          />
        </section>
        {preview.members.length > 0 ? (
          <section aria-label="People">
            <Title order={2} size="h3">
              People
            </Title>
            <MemberChoices
              members={preview.members}
              choices={choices.members}
              onChoose={(id, personId) => change({ members: { ...choices.members, [id]: personId } })}
            />
          </section>
        ) : null}
        <LeftOut leftOut={preview.leftOut} notes={preview.notes} />
        <Refusal problem={problem} />
        <Group>
          <Button type="submit" loading={busy}>
            Import
          </Button>
          <Button variant="default" onClick={onBack} disabled={busy}>
            Another file
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function countsOf({ counts, labels, customFields }: Preview): Count[] {
  return [
    [counts.lists, "list", "lists"],
    [counts.archivedLists, "archived list", "archived lists"],
    [counts.cards, "card", "cards"],
    [counts.archivedCards, "archived card", "archived cards"],
    [counts.checklistItems, "checklist item", "checklist items"],
    [counts.comments, "comment", "comments"],
    [counts.links, "link", "links"],
    [labels.filter((label) => label.name !== "" || label.cards > 0).length, "label", "labels"],
    [customFields.length, "custom field", "custom fields"],
  ];
}
