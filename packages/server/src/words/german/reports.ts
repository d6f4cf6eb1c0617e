/** The status report, as page, mail and on paper, and when it is made. */
export const germanReports = {
  "Status report": "Statusbericht",
  "Status report: {project}": "Statusbericht: {project}",
  "As of {day}": "Stand {day}",
  "measured against version {n}, as approved": "gemessen an der freigegebenen Version {n}",
  "measured against version {n}": "gemessen an Version {n}",
  "The plan behind it is {days} days old: what has happened since then may be missing.":
    "Der zugrunde liegende Plan ist {days} Tage alt: Was seither geschehen ist, kann fehlen.",
  "{n} of {m, plural, one {# milestone} other {# milestones}} reached.":
    "{n} von {m, plural, one {# Meilenstein} other {# Meilensteinen}} erreicht.",
  Agreed: "Vereinbart",
  "First plan": "Erster Plan",
  "{n, plural, one {# more milestone is} other {# more milestones are}} in the table.":
    "{n, plural, one {# weiterer Meilenstein steht} other {# weitere Meilensteine stehen}} in der Tabelle.",
  "Needed from you": "Von Ihnen gebraucht",
  "Nothing is needed from you at the moment.": "Im Moment brauchen wir nichts von Ihnen.",
  "Nothing has changed since the report of {day}.": "Seit dem Bericht vom {day} hat sich nichts geändert.",
  "Nothing has changed since the plan was published.":
    "Seit der Veröffentlichung des Plans hat sich nichts geändert.",
  "All milestones": "Alle Meilensteine",
  "And {n} more, on the page of the project.": "Und {n} weitere, auf der Seite des Projekts.",
  "PDF on US Letter paper": "PDF auf US-Letter-Papier",
  "PDF on A4 paper": "PDF auf A4-Papier",
  "Other reports": "Andere Berichte",
  "Report {n}, {day}": "Bericht {n}, {day}",
  "No report has been made yet. You get a mail as soon as one stands here.":
    "Es gibt noch keinen Bericht. Sie bekommen eine Mail, sobald hier einer steht.",
  "{project}: status report of {day}": "{project}: Statusbericht vom {day}",
  "Read the report": "Bericht lesen",
  "Status reports": "Statusberichte",
  "You get this report because you have a part in {project}. The link is for you alone.":
    "Sie erhalten diesen Bericht, weil Sie an {project} beteiligt sind. Der Link gilt nur für Sie.",
  "Status report of {day}": "Statusbericht vom {day}",
} as const;
