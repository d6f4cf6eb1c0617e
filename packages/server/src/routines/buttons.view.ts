import { z } from "zod";
import { line, uuid } from "../kit/fields.ts";

const MOST_STEPS = 5;
const MOST_CARDS = 200;
const MOST_DAYS = 90;
export const MOST_BUTTONS = 20;

/** What a button does with a card, each of it something that a person could do by hand. */
export const ButtonStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("move"), columnId: uuid() }),
  z.strictObject({ do: z.literal("milestone"), milestoneId: uuid().nullable() }),
  /** Null is whoever presses. */
  z.strictObject({ do: z.literal("assign"), personId: uuid().nullable() }),
  z.strictObject({ do: z.literal("label"), labelId: uuid() }),
  /** In so many working days from the day on which it is pressed. */
  z.strictObject({ do: z.literal("due"), inDays: z.int().min(0).max(MOST_DAYS) }),
  z.strictObject({ do: z.literal("tickAll") }),
  z.strictObject({ do: z.literal("archive") }),
]);

export const ButtonSteps = z.array(ButtonStep).min(1).max(MOST_STEPS);

export const ButtonWish = z.strictObject({
  /** On every card, or on the board for all cards that are selected. */
  place: z.enum(["card", "board"]),
  name: line().min(1, "Name it by what it does.").max(60),
  steps: ButtonSteps,
});

export const NewButton = ButtonWish.extend({
  /** Behind which one it stands, first for null; at the end where nothing is said. */
  after: uuid().nullable().optional(),
});

export const Button = ButtonWish.extend({ id: z.string(), revision: z.int() }).meta({ id: "CardButton" });
export const Buttons = z.object({ items: z.array(Button) }).meta({ id: "CardButtons" });

const ids = () => z.array(uuid()).max(MOST_BUTTONS);
export const ButtonOrder = z.strictObject({ ids: ids(), expected: ids() });

export const PressWish = z.strictObject({
  cardIds: z.array(uuid()).min(1).max(MOST_CARDS),
  /** Of the button as it was seen: nobody does what they have not read. */
  revision: z.int(),
});

/** What was done, to be taken back as one. */
export const Press = z.object({ id: z.string(), cards: z.int() }).meta({ id: "ButtonPress" });

export type Step = z.infer<typeof ButtonStep>;
export type ButtonWishView = z.infer<typeof ButtonWish>;
export type NewButtonView = z.infer<typeof NewButton>;
export type ButtonView = z.infer<typeof Button>;
