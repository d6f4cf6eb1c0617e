import { Group, MultiSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Board } from "../lib/board-query.ts";
import type { CardContent } from "../lib/card-content.ts";
import { itemsOf, retyped, typedLines } from "./checklist-text.ts";
import { ContentMore } from "./content-more.tsx";

interface ContentFieldsProps {
  board: Board;
  content: CardContent;
  onChange: (content: CardContent) => void;
  error: (name: string) => string | undefined;
  /** The form begins with its title. */
  autoFocus?: boolean;
  /** What stands beside the days until it is due. */
  children?: ReactNode;
}

/** What each card begins with. Links that came along from a card stay as they were there. */
export function ContentFields({
  board,
  content,
  onChange,
  error,
  autoFocus = false,
  children,
}: ContentFieldsProps) {
  const change = (part: Partial<CardContent>) => onChange({ ...content, ...part });
  return (
    <>
      <TextInput
        label="Title"
        required
        autoFocus={autoFocus}
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
        {children}
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
      <Group align="flex-start" gap="md">
        <Marks
          label="People"
          list={board.people}
          ids={content.people}
          onChange={(people) => change({ people })}
        />
        <Marks
          label="Labels"
          list={board.labels}
          ids={content.labels}
          onChange={(labels) => change({ labels })}
        />
      </Group>
      <ContentMore board={board} content={content} onChange={change} error={error} />
    </>
  );
}

interface MarksProps {
  label: string;
  list: readonly { id: string; name: string }[];
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Who or what is gone from the project is not shown, and left out with the next change. */
function Marks({ label, list, ids, onChange }: MarksProps) {
  return (
    <MultiSelect
      label={label}
      flex="1 1 15rem"
      searchable
      data={list.map(({ id, name }) => ({ value: id, label: name }))}
      value={ids.filter((id) => list.some((each) => each.id === id))}
      onChange={onChange}
    />
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
