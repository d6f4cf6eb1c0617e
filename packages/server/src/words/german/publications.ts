/** What a publication says before somebody has edited it, and its mail. */
export const germanPublications = {
  "Here is our plan with {count, plural, one {# milestone} other {# milestones}}.":
    "Hier ist unser Plan mit {count, plural, one {# Meilenstein} other {# Meilensteinen}}.",
  "Nothing has changed: the plan stands as it is.": "Es hat sich nichts geändert: Der Plan gilt weiter.",
  "We updated the plan.": "Wir haben den Plan aktualisiert.",
  "We adjusted {count} milestones.": "Wir haben {count} Meilensteine angepasst.",
  "We adjusted {milestones}.": "Wir haben {milestones} angepasst.",
  "{milestone} is no longer part of the plan.": "{milestone} gehört nicht mehr zum Plan.",
  "New: {milestone}.": "Neu: {milestone}.",
  "{milestone}: {day}.": "{milestone}: {day}.",
  "{milestone}: reached on {day}.": "{milestone}: erreicht, {day}.",
  "{milestone} has no date at the moment.": "{milestone} hat derzeit kein Datum.",
  "{milestone}: {from} → {to}.": "{milestone}: {from} → {to}.",
  "The plan is here": "Der Plan ist da",
  "The plan has changed": "Der Plan hat sich geändert",
  "The plan stands as it is": "Der Plan gilt weiter",
  "Published by": "Veröffentlicht von",
  "Read the plan": "Plan lesen",
  "You get this mail because you have a part in this project: one a day at most. The link is for you alone.":
    "Sie erhalten diese Mail, weil Sie an diesem Projekt beteiligt sind: höchstens eine am Tag. Der Link gilt nur für Sie.",
} as const;
