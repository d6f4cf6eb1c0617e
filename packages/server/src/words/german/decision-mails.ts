/** Mails about decisions. */
export const germanDecisionMails = {
  "{project}: your opinion on {title}": "{project}: Ihre Meinung zu {title}",
  "{project}: decide on {title}": "{project}: bitte über {title} entscheiden",
  "{project}: decide on {title} by {day}": "{project}: bitte bis {day} über {title} entscheiden",
  "{title}, version {n}": "{title}, Version {n}",
  "It takes the place of the version before, which is closed.":
    "Sie tritt an die Stelle der vorherigen Version, die damit geschlossen ist.",
  "What changed: {changed}": "Was sich geändert hat: {changed}",
  Project: "Projekt",
  "Please by": "Bitte bis",
  "With it": "Dabei",
  "{n, plural, one {# file} other {# files}}": "{n, plural, one {# Datei} other {# Dateien}}",
  "Look and answer": "Ansehen und antworten",
  "Review and decide": "Ansehen und entscheiden",
  "Opening the link decides nothing. You decide on the page, with one button.":
    "Das Öffnen des Links entscheidet nichts. Sie entscheiden auf der Seite, mit einem Knopf.",
  "{name}, a colleague asks for your opinion before they decide.":
    "{name}, vor einer Entscheidung wird Ihre Meinung gebraucht.",
  "{name}, you decide in the place of a colleague who is away.":
    "{name}, Sie entscheiden in Vertretung, weil jemand abwesend ist.",
  "{name}, your decision is needed.": "{name}, Ihre Entscheidung wird gebraucht.",
  "{project}: {title} is waiting for you": "{project}: {title} wartet auf Sie",
  "{project}: {title} is waiting for you, by {day}": "{project}: {title} wartet auf Sie, bis {day}",
  "{name}, a short reminder: this is waiting for your decision.":
    "{name}, eine kurze Erinnerung: Dies wartet auf Ihre Entscheidung.",
  "As agreed, it counts as accepted on {day} if nobody answers until then.":
    "Wie vereinbart gilt es am {day} als angenommen, wenn bis dahin niemand antwortet.",
  "{project}: {title} has a new version": "{project}: {title} hat eine neue Version",
  "You had the version before open. There is a newer one now.":
    "Sie hatten die vorherige Version geöffnet. Jetzt gibt es eine neuere.",
  "See the new version": "Neue Version ansehen",
  "{project}: your decision on {title}": "{project}: Ihre Entscheidung zu {title}",
  "You approved it.": "Sie haben zugestimmt.",
  "You asked for changes.": "Sie haben um Änderungen gebeten.",
  "You chose.": "Sie haben gewählt.",
  "You gave your opinion.": "Sie haben Ihre Meinung gegeben.",
  "The team wrote this down in your name. If it is not so, tell them.":
    "Das Team hat dies in Ihrem Namen festgehalten. Wenn es nicht stimmt, sagen Sie es ihm.",
  "Others are still asked.": "Andere werden noch gefragt.",
  Version: "Version",
  When: "Wann",
  Fingerprint: "Fingerabdruck",
  Chain: "Kette",
  "Keep this mail: it is your copy of what was decided.":
    "Bewahren Sie diese Mail auf: Sie ist Ihr Beleg für die Entscheidung.",
  "{name}, you wrote “approved” in a mail of {day}. A mail alone decides nothing: please confirm it on the page, with one button.":
    "{name}, Sie haben in einer Mail vom {day} zugestimmt. Eine Mail allein entscheidet nichts: Bitte bestätigen Sie es auf der Seite, mit einem Knopf.",
  "Look and confirm": "Ansehen und bestätigen",
  "The picture {name} is on the page": "Das Bild {name} steht auf der Seite",
} as const;
