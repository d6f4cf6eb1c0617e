import { Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Board } from "../lib/board-query.ts";
import { itemsOf, retyped, typedLines } from "./checklist-text.ts";
import type { CardContent, RecurringFields } from "./routines.api.ts";

interface ContentFieldsProps {
  board: Board;
  content: CardContent;
  columnId: string | null;
  onChange: (change: Partial<RecurringFields>) => void;
  error: (name: string) => string | undefined;
}

/** What each card begins with, and where it stands. What else came along from a card stays as it was there. */
export function ContentFields({ board, content, columnId, onChange, error }: ContentFieldsProps) {
  const change = (part: Partial<CardContent>) => onChange({ content: { ...content, ...part } });
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextInput
        label="Title"
        required
        autoFocus
        maxLength={240}
        value={content.title}
        error={error("content.title")}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <Textarea
        label="Text"
        autosize
        minRows={2}
        maxRows={12}
        value={content.body}
        error={error("content.body")}
        onChange={({ currentTarget }) => change({ body: currentTarget.value })}
      />
      <ChecklistField content={content} onChange={(checklist) => change({ checklist })} />
      <Group align="flex-start" gap="md" grow preventGrowOverflow={false} wrap="wrap">
        <Select
          label="Column"
          miw={200}
          clearable
          placeholder="First of what is to do"
          data={options(board.columns)}
          value={columnId}
          onChange={(value) => onChange({ columnId: value })}
        />
        <NumberInput
          label="Working days until due"
          miw={200}
          min={0}
          max={2000}
          allowDecimal={false}
          clampBehavior="strict"
          placeholder="No due date"
          value={content.dueInDays ?? ""}
          error={error("content.dueInDays")}
          onChange={(days) => change({ dueInDays: typeof days === "number" ? days : null })}
        />
      </Group>
      <Group align="flex-start" gap="md" grow preventGrowOverflow={false} wrap="wrap">
        <MultiSelect
          label="People"
          miw={200}
          searchable
          data={options(board.people)}
          value={content.people}
          onChange={(people) => change({ people })}
        />
        <MultiSelect
          label="Labels"
          miw={200}
          searchable
          data={options(board.labels)}
          value={content.labels}
          onChange={(labels) => change({ labels })}
        />
      </Group>
    </>
  );
}

interface ChecklistFieldProps {
  content: CardContent;
  onChange: (checklist: CardContent["checklist"]) => void;
}

/** One line each; a line that is reworded or moved keeps its people and days. */
function ChecklistField({ content, onChange }: ChecklistFieldProps) {
  const [lines, setLines] = useState(() => typedLines(content.checklist));
  return (
    <Textarea
      label="Checklist"
      description="One line each; a list can be pasted"
      autosize
      minRows={2}
      maxRows={12}
      value={lines.map(({ text }) => text).join("\n")}
      onChange={({ currentTarget }) => {
        const next = retyped(lines, currentTarget.value);
        setLines(next);
        onChange(itemsOf(next));
      }}
    />
  );
}
