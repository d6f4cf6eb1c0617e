import { Button, Group, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { counted } from "../lib/counted.ts";
import type { TemplateHead } from "../lib/template-query.ts";
import classes from "./gallery.module.css";
import { TemplateMenu } from "./template-menu.tsx";
import { TemplateRoad } from "./template-road.tsx";
import { lengthText, roadText } from "./template-words.ts";
import { UseButton } from "./use-button.tsx";

/** One template at a glance: what it is for, how long it takes, and its road in miniature. */
export function TemplateCard({ template }: { template: TemplateHead }) {
  const { id, name, trade, summary, milestones, days, daysPerWeek, road } = template;
  const titleId = useId();
  return (
    <li className={classes.card} aria-labelledby={titleId}>
      <div>
        <Title order={3} size="h4" id={titleId}>
          <Link to="/templates/$templateId" params={{ templateId: id }} className={classes.name}>
            {name}
          </Link>
        </Title>
        {trade ? (
          <Text size="sm" c="dimmed">
            {trade}
          </Text>
        ) : null}
      </div>
      <Text size="sm">{summary}</Text>
      <TemplateRoad road={road} days={days} daysPerWeek={daysPerWeek} label={roadText(name, road)} />
      <Text size="sm" c="dimmed" className="mp-tabular">
        {`${counted(milestones, "milestone")}, ${lengthText(days, daysPerWeek)}`}
      </Text>
      <Group gap="xs">
        <UseButton templateId={id} label={`Use ${name}`} size="compact-md" />
        <Button
          component={Link}
          to={`/templates/${id}`}
          size="compact-md"
          variant="default"
          aria-label={`Preview ${name}`}
        >
          Preview
        </Button>
        <TemplateMenu template={template} />
      </Group>
    </li>
  );
}
