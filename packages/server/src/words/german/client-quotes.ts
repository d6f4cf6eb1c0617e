/** A sentence with which a client may be quoted. */
export const germanClientQuotes = {
  "{project}: may we quote you?": "{project}: Dürfen wir Sie zitieren?",
  "One sentence: confirm it, change it, or say no.":
    "Ein Satz: Bestätigen Sie ihn, ändern Sie ihn oder sagen Sie Nein.",
  "May we quote you on {project}?": "Dürfen wir Sie zu {project} zitieren?",
  "{asker} would like to quote you with this sentence:": "{asker} möchte Sie mit diesem Satz zitieren:",
  "Change it as you like. You can leave your name out, and you can say no.":
    "Ändern Sie ihn, wie Sie möchten. Sie können Ihren Namen weglassen, und Sie können Nein sagen.",
  "Read and answer": "Lesen und antworten",
  "May we quote you?": "Dürfen wir Sie zitieren?",
  "{asker} would like to quote you with this sentence. It then stands in the record of what was delivered in {project}.":
    "{asker} möchte Sie mit diesem Satz zitieren. Er steht dann im Nachweis darüber, was in {project} geliefert wurde.",
  "Your sentence": "Ihr Satz",
  "Change it as you like.": "Ändern Sie ihn, wie Sie möchten.",
  "Leave my name out": "Meinen Namen weglassen",
  "Yes, quote me with this": "Ja, zitieren Sie mich so",
  "No, please do not quote me": "Nein, bitte zitieren Sie mich nicht",
  "Thank you. You may be quoted with this sentence:":
    "Vielen Dank. Mit diesem Satz dürfen Sie zitiert werden:",
  "With your name: {name}": "Mit Ihrem Namen: {name}",
  "Without your name": "Ohne Ihren Namen",
  "Take it back": "Zurücknehmen",
  "A record that was made before then keeps the sentence; no later one has it.":
    "Ein Nachweis, der vorher erstellt wurde, behält den Satz; spätere enthalten ihn nicht.",
  "You said no. Nobody quotes you.": "Sie haben Nein gesagt. Niemand zitiert Sie.",
  "Write the sentence, or say no.": "Schreiben Sie den Satz, oder sagen Sie Nein.",
};
