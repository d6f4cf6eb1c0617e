/** The frame of every client page, and the ways in. */
export const germanPortal = {
  Home: "Übersicht",
  Plan: "Plan",
  Decisions: "Entscheidungen",
  Updates: "Neues",
  Files: "Dateien",
  "Page not found": "Seite nicht gefunden",
} as const;
