/** What is needed from a client: page and mails. */
export const germanClientRequests = {
  "{project}: we need “{title}”": "{project}: Wir brauchen „{title}“",
  "{project}: we need “{title}” by {day}": "{project}: Wir brauchen „{title}“ bis {day}",
  "Needed by": "Gebraucht bis",
  "Open and answer": "Öffnen und antworten",
  "The link is yours alone. What you type is kept until you send it.":
    "Der Link gehört Ihnen allein. Was Sie schreiben, bleibt erhalten, bis Sie es senden.",
  "We need something from you for the next step.": "Für den nächsten Schritt brauchen wir etwas von Ihnen.",
  "Thank you for your answer. Something is still missing.":
    "Vielen Dank für Ihre Antwort. Es fehlt noch etwas.",
  "A short reminder: this is needed in two working days.":
    "Eine kurze Erinnerung: Das wird in zwei Arbeitstagen gebraucht.",
  "A short reminder: this is needed today.": "Eine kurze Erinnerung: Das wird heute gebraucht.",
  "This is still open. If something is unclear, just ask us.":
    "Das ist noch offen. Wenn etwas unklar ist, fragen Sie uns einfach.",
  "Here is your new link.": "Hier ist Ihr neuer Link.",
  "What we need from you": "Was wir von Ihnen brauchen",
  "Without it, {milestone} cannot be reached by {day}.":
    "Ohne das kann {milestone} nicht bis {day} erreicht werden.",
  "{milestone} is waiting for it.": "{milestone} wartet darauf.",
  "Needed by {day}": "Gebraucht bis {day}",
  "Your answer": "Ihre Antwort",
  "A word about it, if you like": "Ein Wort dazu, wenn Sie möchten",
  "Your files": "Ihre Dateien",
  "You can choose several at once, up to {count} and {size} MB each.":
    "Sie können mehrere auf einmal wählen, bis zu {count} und je {size} MB.",
  "How we get in": "Wie wir Zugang bekommen",
  "Please do not write passwords here. Invite us with our mail address, or write when we may call you.":
    "Bitte schreiben Sie hier keine Passwörter. Laden Sie uns mit unserer Mailadresse ein, oder schreiben Sie, wann wir Sie anrufen dürfen.",
  "Yes, I confirm this": "Ja, das bestätige ich",
  "Send the answer": "Antwort senden",
  "Save for later": "Für später speichern",
  "Leave out": "Weglassen",
  "Leave out {name}": "{name} weglassen",
  "Already with us": "Schon bei uns",
  "Saved. You can go on later with the same link.":
    "Gespeichert. Sie können später mit demselben Link weitermachen.",
  "Thank you, we have your answer.": "Vielen Dank, wir haben Ihre Antwort.",
  "Sent {moment}": "Gesendet {moment}",
  "We are looking at it and come back to you if anything is missing.":
    "Wir sehen es uns an und melden uns, wenn etwas fehlt.",
  "All is there, nothing more is needed.": "Alles ist da, mehr wird nicht gebraucht.",
  "This is no longer needed.": "Das wird nicht mehr gebraucht.",
  "Please look at it once more": "Bitte sehen Sie noch einmal darauf",
  "What you sent before": "Was Sie vorher gesendet haben",
  "This was asked of {name}.": "Das wurde {name} gefragt.",
  "Please write an answer to each question.": "Bitte beantworten Sie jede Frage.",
  "Please choose at least one file.": "Bitte wählen Sie mindestens eine Datei.",
  "Please write how we get in.": "Bitte schreiben Sie, wie wir Zugang bekommen.",
  "It has been answered already, or is no longer needed. This is how it stands now.":
    "Es ist schon beantwortet oder wird nicht mehr gebraucht. So steht es jetzt.",
  "Only the person who was asked can answer this.": "Nur die gefragte Person kann das beantworten.",
  "Some files could not be taken; all else is kept. A file has at most 100 MB, 20 at once, and programs cannot be sent: put them into a ZIP file.":
    "Einige Dateien konnten nicht übernommen werden; alles andere ist gespeichert. Eine Datei hat höchstens 100 MB, 20 auf einmal, und Programme können nicht gesendet werden: Packen Sie sie in eine ZIP-Datei.",
  "Not taken: {names}": "Nicht übernommen: {names}",
} as const;
