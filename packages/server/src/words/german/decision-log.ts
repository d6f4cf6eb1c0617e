/** The list of what was asked and decided. */
export const germanDecisionLog = {
  "What a milestone means": "Was ein Meilenstein bedeutet",
  "Milestone done": "Meilenstein fertig",
  "Beyond the plan": "Über den Plan hinaus",
  "not answered in time": "nicht rechtzeitig beantwortet",
  "not done": "wird nicht gemacht",
  "Taken back": "Zurückgenommen",
  "With plan version {n}": "Mit Planversion {n}",
  "Written down {day}": "Festgehalten {day}",
  "Asked {day} by {name}": "Gefragt {day} von {name}",
  "Asked {day}": "Gefragt {day}",
  "The team is working out days and price.": "Das Team rechnet Tage und Preis aus.",
  "Decided elsewhere. Written down by {name}, on their behalf; nobody signed it here.":
    "Anderswo entschieden. Festgehalten von {name}, in ihrem Namen; hier hat niemand unterschrieben.",
  "{count, plural, one {# answer} other {# answers}} to choose from":
    "{count, plural, one {# Antwort} other {# Antworten}} zur Wahl",
  "Nothing like that.": "Nichts dergleichen.",
  All: "Alle",
  Show: "Anzeigen",
} as const;
