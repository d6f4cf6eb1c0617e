import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { addCriteria, removeCriterion } from "../../lib/criteria-acts.ts";
import type { Milestone } from "../../lib/plan-query.ts";
import { sayProblem } from "../../lib/undo.tsx";
import { AddLine } from "../../ui/add-line.tsx";
import classes from "./assistant.module.css";

/** What has to be true: short sentences that can be ticked. */
export function DoneWhen({ milestone }: { milestone: Milestone }) {
  const client = useQueryClient();
  const { number, criteria } = milestone;
  const add = (texts: readonly string[]) => addCriteria(client, milestone, texts);
  return (
    <div>
      {criteria.length > 0 ? (
        <ul className={classes.criteria}>
          {criteria.map((criterion) => (
            <li key={criterion.id}>
              <span>{criterion.text}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={`Remove: ${criterion.text}`}
                onClick={() => removeCriterion(client, milestone, criterion).catch(sayProblem)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <AddLine
        label={`M${number} is done when`}
        placeholder={criteria.length === 0 ? "How will everybody know?" : "And"}
        maxLength={500}
        onAdd={(text) => add([text])}
        many={{
          offer: (lines) => `Add ${lines.length} criteria`,
          onAdd: (lines) => add(lines.map(({ text }) => text)),
        }}
      />
    </div>
  );
}
