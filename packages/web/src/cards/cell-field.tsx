import type { ComponentType } from "react";
import type { Board, BoardCard } from "../lib/board-query.ts";
import { DatesField } from "./dates-field.tsx";
import { EstimateField } from "./estimate-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { LabelsField } from "./labels-field.tsx";
import { PeopleField } from "./people-field.tsx";
import { TitleField } from "./title-field.tsx";
import { ValueField } from "./values-field.tsx";

const FIELDS: Record<string, ComponentType<FieldProps>> = {
  people: PeopleField,
  labels: LabelsField,
  dates: DatesField,
  estimate: EstimateField,
  title: TitleField,
};

interface CellFieldProps {
  board: Board;
  card: BoardCard;
  /** A quick field, or a custom one by its id. */
  field: string;
  /** What the custom one holds. */
  value: string;
  onDone: () => void;
}

/** One field of a card, in its cell of the list. */
export function CellField({ board, card, field, value, onDone }: CellFieldProps) {
  const Field = FIELDS[field];
  if (Field) return <Field board={board} card={card} onDone={onDone} />;
  const custom = board.fields.find(({ id }) => id === field);
  if (!custom) return null;
  const { id: fieldId, name, kind, choices } = custom;
  const owned = { id: card.id, projectId: board.project.id };
  return (
    <ValueField card={owned} value={{ fieldId, name, kind, choices, value: value || null }} onDone={onDone} />
  );
}
