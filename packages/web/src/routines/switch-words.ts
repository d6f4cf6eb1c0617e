import type { ReadySwitch } from "./switches.api.ts";

interface Sentence {
  before: string;
  /** What stands behind its number, said of one; none where there is no number. */
  unit?: string;
  after?: string;
}

const SENTENCES: Record<ReadySwitch["code"], Sentence> = {
  items_done: { before: "When every line of a checklist is ticked, move the card to Done." },
  started_without_people: {
    before: "When a card begins and nobody is on it, assign whoever moved it.",
  },
  started_without_estimate: {
    before: "When a card begins without an estimate, ask its people for one.",
  },
  blocked: {
    before: "When a card has been blocked for",
    unit: "working day",
    after: ", tell who leads the project.",
  },
  due_not_begun: {
    before: "When a card is due on the next working day and has not begun, tell its people.",
  },
  doing_untouched: {
    before: "When nothing has changed on a card that has begun for",
    unit: "working day",
    after: ", tell its people.",
  },
  done_archived: { before: "When a card has been done for", unit: "day", after: ", archive it." },
  criteria_met: {
    before:
      "When everything under “Done when” is met, offer the milestone's owner to ask the client for approval.",
  },
  milestone_reached: { before: "When a milestone is reached, archive its done cards." },
  request_answered: {
    before:
      "When the client has answered all that was asked for a milestone, unblock its cards that wait for them.",
  },
};

export function sentenceOf({ code }: Pick<ReadySwitch, "code">): Sentence {
  return SENTENCES[code];
}

export function unitWords({ unit = "" }: Sentence, days: number): string {
  return days === 1 ? unit : `${unit}s`;
}

/** The whole sentence with its number, for who reads or hears it. */
export function wholeSentence(each: Pick<ReadySwitch, "code" | "days">): string {
  const sentence = sentenceOf(each);
  const { before, after = "" } = sentence;
  return each.days === null ? before : `${before} ${each.days} ${unitWords(sentence, each.days)}${after}`;
}
