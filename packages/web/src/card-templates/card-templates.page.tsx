import { Button, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { boardQuery } from "../lib/board-query.ts";
import { NO_CONTENT } from "../lib/card-content.ts";
import { cardTemplatesQuery, createTemplate, type TemplateFields } from "../lib/card-templates.ts";
import { useProject } from "../lib/current-project.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { TemplateForm } from "./template-form.tsx";
import { TemplateItem } from "./template-item.tsx";

const EMPTY: TemplateFields = { name: "", content: NO_CONTENT };

/** `/p/acme/card-templates`: what new cards of the project can begin with. */
export function CardTemplatesPage() {
  const { id, name } = useProject();
  useTitle("Card templates", name);
  const client = useQueryClient();
  const list = useQuery(cardTemplatesQuery(id));
  const board = useQuery(boardQuery(id));
  const draft = `cardTemplate.new.${id}`;
  const adding = useInPlace(hasFormDraft(draft));
  const problem = list.error ?? board.error;
  const add = (
    <Button onClick={adding.open} disabled={adding.isOpen} autoFocus={adding.hasReturned}>
      Add a template
    </Button>
  );
  const isReady = list.data !== undefined && board.data !== undefined;
  return (
    <Page
      narrow
      title="Card templates"
      lead="What new cards of this project can begin with: “Template” below the line of a new card, or Shift N."
      actions={isReady && list.data.length > 0 ? add : null}
    >
      {problem ? <Refusal problem={problem} /> : null}
      {isReady ? (
        <Stack gap="md">
          {adding.isOpen ? (
            <TemplateForm
              label="New template"
              board={board.data}
              there={EMPTY}
              draft={draft}
              onSave={(wanted) => createTemplate(client, id, wanted)}
              onClose={adding.close}
            />
          ) : null}
          {list.data.map((template) => (
            <TemplateItem key={template.id} board={board.data} templates={list.data} template={template} />
          ))}
          {list.data.length === 0 && !adding.isOpen ? (
            <EmptyState title="Which cards do you write again and again?" action={add}>
              “Fault report”, with a text to fill in, four checklist lines and its label. “Save as a template”
              in the menu of a card keeps what that card holds.
            </EmptyState>
          ) : null}
        </Stack>
      ) : problem ? null : (
        <Waiting rows={4} />
      )}
    </Page>
  );
}
