export type Category = "todo" | "doing" | "done";

const TODO =
  /\b(to.?do|to be done|not done|backlog|ideas?|next|later|inbox|wish|open|planned|offen\w*|geplant|ideen|zu erledigen|zu tun|nicht fertig|später|demnächst)\b/;
const DONE =
  /\b(done|complete|completed|finished|closed|shipped|released|deployed|delivered|live|erledigt|fertig|abgeschlossen|geliefert|veröffentlicht)\b/;
const DOING =
  /\b(doing|in progress|progress|wip|working|ongoing|started|current|today|this week|review|testing|test|qa|waiting|blocked|in arbeit|läuft|laufend|in bearbeitung|bearbeitung|prüfung|abnahme|heute|diese woche|wartet|warten|blockiert)\b/;

/** What a list most likely means, from its name alone; the person decides. */
export function guessCategory(name: string): Category {
  const words = name.normalize("NFC").toLowerCase();
  if (TODO.test(words)) return "todo";
  if (DONE.test(words)) return "done";
  return DOING.test(words) ? "doing" : "todo";
}
