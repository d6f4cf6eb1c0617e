import { Chip, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { type TemplateHead, templatesQuery } from "../lib/template-query.ts";
import { Refusal } from "../ui/refusal.tsx";

interface KindChoiceProps {
  /** A template's id; `null` for none of them. */
  value: string | null;
  onChange: (templateId: string | null) => void;
  /** What it means to take none of them, e.g. "Something else: start empty". */
  none: string;
}

const NONE = "none";

/** "What kind of work is it?": the workspace's own templates and those that come along, or none. */
export function KindChoice({ value, onChange, none }: KindChoiceProps) {
  const { data: templates = [], error } = useQuery(templatesQuery);
  const question = useId();
  const own = templates.filter(({ builtIn }) => !builtIn);
  const along = templates.filter(({ builtIn }) => builtIn);
  const chosen = templates.find(({ id }) => id === value);
  return (
    <div>
      <Text id={question} fw={500} mb={6}>
        What kind of work is it?
      </Text>
      <Chip.Group value={value ?? NONE} onChange={(next) => onChange(next === NONE ? null : next)}>
        <div role="radiogroup" aria-labelledby={question}>
          {own.length > 0 ? <Kinds of={own} caption="Your own" /> : null}
          <Group gap={8}>
            {along.map((head) => (
              <Kind key={head.id} {...head} />
            ))}
            <Chip value={NONE}>{none}</Chip>
          </Group>
        </div>
      </Chip.Group>
      <Refusal problem={error} />
      {chosen ? (
        <Text c="dimmed" size="sm" mt={8} maw="68ch">
          {chosen.summary}
        </Text>
      ) : null}
    </div>
  );
}

function Kinds({ of, caption }: { of: readonly TemplateHead[]; caption: string }) {
  return (
    <Group gap={8} mb={8}>
      <Text size="xs" c="dimmed">
        {caption}
      </Text>
      {of.map((head) => (
        <Kind key={head.id} {...head} />
      ))}
    </Group>
  );
}

function Kind({ id, name }: TemplateHead) {
  return (
    <Chip value={id} maw="100%">
      {name}
    </Chip>
  );
}
