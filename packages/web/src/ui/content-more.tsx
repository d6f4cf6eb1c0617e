import { Checkbox, Group, NativeSelect, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Board } from "../lib/board-query.ts";
import type { CardContent } from "../lib/card-content.ts";
import { estimateLine, readEstimateLine } from "../lib/estimate-texts.ts";
import { type CustomField, numberText, readNumber } from "../lib/field-values.ts";
import { isOpen } from "../lib/milestone-words.ts";

interface ContentMoreProps {
  board: Board;
  content: CardContent;
  onChange: (change: Partial<CardContent>) => void;
  error: (name: string) => string | undefined;
}

const PRIORITIES = ["None", "Low", "Medium", "High"].map((label, value) => ({ label, value: String(value) }));

/** Milestone, priority, estimate and the project's own fields. */
export function ContentMore({ board, content, onChange, error }: ContentMoreProps) {
  const milestones = board.milestones.filter((each) => isOpen(each) || each.id === content.milestoneId);
  const heldIn = (fieldId: string) => content.values.find((one) => one.fieldId === fieldId)?.value ?? "";
  const set = (fieldId: string, value: string) => {
    const others = content.values.filter((one) => one.fieldId !== fieldId);
    onChange({ values: value === "" ? others : [...others, { fieldId, value }] });
  };
  const wrongValue = (fieldId: string) =>
    error(`content.values.${content.values.findIndex((one) => one.fieldId === fieldId)}.value`);
  return (
    <>
      <Group align="flex-start" gap="md" grow preventGrowOverflow={false} wrap="wrap">
        <Select
          label="Milestone"
          miw={200}
          clearable
          searchable
          data={milestones.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` }))}
          value={content.milestoneId}
          onChange={(milestoneId) => onChange({ milestoneId })}
        />
        <NativeSelect
          label="Priority"
          miw={120}
          data={PRIORITIES}
          value={String(content.priority)}
          onChange={({ currentTarget }) => onChange({ priority: Number(currentTarget.value) })}
        />
        <EstimateLine content={content} onChange={onChange} />
      </Group>
      {board.fields.length > 0 ? (
        <Group align="flex-end" gap="md" grow preventGrowOverflow={false} wrap="wrap">
          {board.fields.map((field) => (
            <FieldValue
              key={field.id}
              field={field}
              value={heldIn(field.id)}
              wrong={wrongValue(field.id)}
              onChange={(value) => set(field.id, value)}
            />
          ))}
        </Group>
      ) : null}
    </>
  );
}

/** "4h", or the best, the likely and the worst; what cannot be read is not taken, and said. */
function EstimateLine({ content, onChange }: Pick<ContentMoreProps, "content" | "onChange">) {
  const [text, setText] = useState(() => estimateLine(content));
  const read = readEstimateLine(text);
  return (
    <TextInput
      label="Estimate"
      miw={160}
      placeholder="4h, or 2h 4h 8h"
      value={text}
      error={typeof read === "string" ? read : undefined}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const next = readEstimateLine(currentTarget.value);
        if (typeof next !== "string") onChange(next);
      }}
    />
  );
}

interface FieldValueProps {
  field: CustomField;
  value: string;
  wrong: string | undefined;
  onChange: (value: string) => void;
}

function FieldValue({ field, value, wrong, onChange }: FieldValueProps) {
  const { name, kind, choices } = field;
  if (kind === "number") return <NumberValue {...{ field, value, wrong, onChange }} />;
  if (kind === "checkbox")
    return (
      <Checkbox
        label={name}
        py={8}
        checked={value === "yes"}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? "yes" : "")}
      />
    );
  if (kind === "choice")
    return (
      <Select
        label={name}
        miw={160}
        clearable
        data={value === "" || choices.includes(value) ? choices : [...choices, value]}
        value={value || null}
        error={wrong}
        onChange={(word) => onChange(word ?? "")}
      />
    );
  return (
    <TextInput
      label={name}
      miw={160}
      type={kind === "date" ? "date" : "text"}
      maxLength={2_000}
      value={value}
      error={wrong}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function NumberValue({ field: { name }, value, wrong, onChange }: FieldValueProps) {
  const [text, setText] = useState(() => numberText(value, { grouped: false }));
  const odd = text.trim() !== "" && readNumber(text) === null;
  return (
    <TextInput
      label={name}
      miw={160}
      inputMode="decimal"
      value={text}
      error={odd ? `Write a number, such as ${numberText("1250.5")}.` : wrong}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const next = currentTarget.value.trim() === "" ? "" : readNumber(currentTarget.value);
        if (next !== null) onChange(next);
      }}
    />
  );
}
