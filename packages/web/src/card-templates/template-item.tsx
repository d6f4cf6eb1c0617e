import { ActionIcon, Button, Group, Paper, Text, Title } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useMemo } from "react";
import type { Board } from "../lib/board-query.ts";
import { contentWords } from "../lib/card-content.ts";
import {
  type CardTemplate,
  changeTemplate,
  removeTemplate,
  shiftTemplate,
  type TemplateFields,
} from "../lib/card-templates.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { TemplateForm } from "./template-form.tsx";

interface TemplateItemProps {
  board: Board;
  templates: readonly CardTemplate[];
  template: CardTemplate;
}

/** One template: what its cards begin with, and its place among the others. */
export function TemplateItem({ board, templates, template }: TemplateItemProps) {
  const client = useQueryClient();
  const id = useId();
  const draft = `cardTemplate.${template.id}`;
  const editing = useInPlace(hasFormDraft(draft));
  const { name, content } = template;
  const there = useMemo<TemplateFields>(() => ({ name, content }), [name, content]);
  const projectId = board.project.id;
  if (editing.isOpen)
    return (
      <TemplateForm
        label={name}
        board={board}
        there={there}
        draft={draft}
        onSave={(wanted) => changeTemplate(client, projectId, template, wanted)}
        onClose={editing.close}
      />
    );
  const at = templates.indexOf(template);
  const shift = (by: -1 | 1) =>
    void shiftTemplate(client, projectId, templates, template, by).catch(sayProblem);
  const words = contentWords(content, board).join(" · ");
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id} style={{ overflowWrap: "anywhere" }}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" id={id} flex="1 1 16rem">
          {name}
        </Title>
        <Group gap="xs">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${name} up`}
            disabled={at === 0}
            onClick={() => shift(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${name} down`}
            disabled={at === templates.length - 1}
            onClick={() => shift(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Edit ${name}`}
            autoFocus={editing.hasReturned}
            onClick={editing.open}
          >
            Edit
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Delete ${name}`}
            onClick={() => void removeTemplate(client, projectId, template).catch(sayProblem)}
          >
            Delete
          </Button>
        </Group>
      </Group>
      {name === content.title ? null : (
        <Text size="sm" mt={4}>
          “{content.title}”
        </Text>
      )}
      <Text size="sm" c="dimmed" className="mp-tabular">
        {words || "The title alone"}
      </Text>
    </Paper>
  );
}
