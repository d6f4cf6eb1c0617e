/** The part of a review in which people of the client have the word. */
export const germanReviewPart = {
  "{project}: your part of the review": "{project}: Ihr Teil des Reviews",
  "Where each milestone stands, and what you think of it.":
    "Wie jeder Meilenstein steht, und was Sie davon halten.",
  "Your part of the review of {project}": "Ihr Teil des Reviews von {project}",
  "{asker} and the team are looking at the plan, milestone by milestone.":
    "{asker} und das Team sehen sich den Plan an, Meilenstein für Meilenstein.",
  "Say that it is fine, ask a question, or propose another date. One tap is enough.":
    "Sagen Sie, dass es passt, stellen Sie eine Frage oder schlagen Sie einen anderen Termin vor. Ein Fingertipp genügt.",
  "Open the review": "Zum Review",
  "Review of {day}": "Review vom {day}",
  "This is the plan as it was published. What you say here is in the record of the review.":
    "Dies ist der Plan, wie er veröffentlicht wurde. Was Sie hier sagen, steht im Protokoll des Reviews.",
  "This review is over. What was said stays here to read.":
    "Dieses Review ist zu Ende. Was gesagt wurde, bleibt hier zu lesen.",
  "Thank you. What you said is in the record of the review. You can add to it until it is over.":
    "Vielen Dank. Was Sie gesagt haben, steht im Protokoll des Reviews. Bis es zu Ende ist, können Sie es ergänzen.",
  "We look at the plan, milestone by milestone. Tell us whether it is fine.":
    "Wir gehen den Plan durch, Meilenstein für Meilenstein. Sagen Sie uns, ob er passt.",
  "Say what you think": "Sagen Sie, was Sie denken",
  "Milestones ahead": "Meilensteine, die kommen",
  "The plan as a whole": "Der Plan als Ganzes",
  "Expected by {day}": "Erwartet bis {day}",
  "No date yet": "Noch kein Termin",
  "This is fine": "Das passt so",
  "All of it is fine": "Alles passt so",
  "Ask or propose something else": "Etwas fragen oder anders vorschlagen",
  "Your words": "Ihre Worte",
  "Another date, if you propose one": "Ein anderer Termin, falls Sie einen vorschlagen",
  "Send as a question": "Als Frage senden",
  "Send as a proposal": "Als Vorschlag senden",
  "Write what you want to ask.": "Schreiben Sie, was Sie fragen möchten.",
  "Write what you propose, or choose another date.":
    "Schreiben Sie, was Sie vorschlagen, oder wählen Sie einen anderen Termin.",
  "{name}: fine": "{name}: passt",
  "{name} asks: {words}": "{name} fragt: {words}",
  "{name} proposes: {words}": "{name} schlägt vor: {words}",
  "{name} proposes {day}": "{name} schlägt den {day} vor",
  "{name} proposes {day}: {words}": "{name} schlägt den {day} vor: {words}",
  "Thank you. It is in the record of the review.": "Vielen Dank. Es steht im Protokoll des Reviews.",
};
