import { Modal } from "@mantine/core";
import type { ComponentType } from "react";
import type { Board, BoardCard } from "../lib/board-query.ts";
import { DatesField } from "./dates-field.tsx";
import { EstimateField } from "./estimate-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { LabelsField } from "./labels-field.tsx";
import { MilestoneField } from "./milestone-field.tsx";
import { PeopleField } from "./people-field.tsx";
import { TitleField } from "./title-field.tsx";

const FIELDS = {
  people: { title: "People", Field: PeopleField },
  labels: { title: "Labels", Field: LabelsField },
  dates: { title: "Dates", Field: DatesField },
  estimate: { title: "Estimate", Field: EstimateField },
  milestone: { title: "Milestone", Field: MilestoneField },
  title: { title: "Title", Field: TitleField },
} satisfies Record<string, { title: string; Field: ComponentType<FieldProps> }>;

interface QuickEditProps {
  board: Board;
  card: BoardCard;
  field: keyof typeof FIELDS;
  onClose: () => void;
}

/** One field of a card, over the board. */
export function QuickEdit({ board, card, field, onClose }: QuickEditProps) {
  const { title, Field } = FIELDS[field];
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${title}: ${board.project.key}-${card.number} ${card.title}`}
      returnFocus={false}
    >
      <Field board={board} card={card} onDone={onClose} />
    </Modal>
  );
}
