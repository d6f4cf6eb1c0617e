import type { FieldKind } from "../board/custom-fields.view.ts";

/** A board from elsewhere in Milepost's words, before anybody has said where its parts belong. */
export interface ImportedBoard {
  source: "trello";
  externalId: string;
  name: string;
  lists: ImportedList[];
  labels: { id: string; name: string; color: string }[];
  members: ImportedMember[];
  fields: { id: string; name: string; kind: FieldKind; choices: string[] }[];
  /** In the order in which they stand: list by list, top to bottom. */
  cards: ImportedCard[];
  leftOut: LeftOut[];
  /** Sentences that a person should read before trusting the result. */
  notes: string[];
}

export interface ImportedList {
  id: string;
  name: string;
  archived: boolean;
  wipLimit: number | null;
}

export interface ImportedMember {
  id: string;
  name: string;
  username: string;
  email: string | null;
}

export interface ImportedCard {
  id: string;
  listId: string;
  number: number | null;
  title: string;
  body: string;
  archived: boolean;
  done: boolean;
  startOn: string | null;
  dueOn: string | null;
  memberIds: string[];
  labelIds: string[];
  items: { id: string; heading: string; text: string; done: boolean }[];
  links: { id: string; title: string; url: string }[];
  values: { fieldId: string; value: string }[];
  comments: { id: string; author: string; body: string; at: Date }[];
  createdAt: Date | null;
  touchedAt: Date | null;
}

export interface LeftOut {
  what: string;
  words: string;
  count: number;
}
