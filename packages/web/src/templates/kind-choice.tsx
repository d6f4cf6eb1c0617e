import { Button, Chip, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type TemplateHead, templatesQuery } from "../lib/template-query.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./kind-choice.module.css";

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
          {own.length > 0 ? <Own templates={own} value={value} /> : null}
          <Group gap={8}>
            {along.map((head) => (
              <Kind key={head.id} {...head} />
            ))}
            <Chip value={NONE} classNames={{ label: classes.label }}>
              {none}
            </Chip>
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

/** As many as the eye takes in, and the chosen one. */
const SHOWN = 8;

function Own({ templates, value }: { templates: readonly TemplateHead[]; value: string | null }) {
  const [all, setAll] = useState(false);
  const shown = templates.filter(({ id }, n) => all || n < SHOWN || id === value);
  return (
    <Group gap={8} mb={8}>
      <Text size="xs" c="dimmed">
        Your own
      </Text>
      {shown.map((head) => (
        <Kind key={head.id} {...head} />
      ))}
      {shown.length < templates.length ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {`All ${templates.length}`}
        </Button>
      ) : null}
    </Group>
  );
}

function Kind({ id, name }: TemplateHead) {
  return (
    <Chip value={id} maw="100%" classNames={{ label: classes.label }}>
      {name}
    </Chip>
  );
}
