/** What clients ask for beyond the plan. */
export const germanChanges = {
  "Ask for more": "Mehr anfragen",
  "Ask for something beyond the plan": "Etwas über den Plan hinaus anfragen",
  "We have it. You get days and price before anything changes.":
    "Wir haben es. Sie bekommen Tage und Preis, bevor sich etwas ändert.",
  "Tell us what you would like beyond the plan. We answer with days and price, and you decide. Nothing changes before that.":
    "Schreiben Sie uns, was Sie über den Plan hinaus möchten. Wir antworten mit Tagen und Preis, und Sie entscheiden. Vorher ändert sich nichts.",
  "In a few words": "In wenigen Worten",
  "What it is for, and what matters to you": "Wofür es ist, und was Ihnen wichtig ist",
  "Asked so far": "Bisher angefragt",
  "Price: {price}": "Preis: {price}",
  "Look at it and decide": "Ansehen und entscheiden",
  "Days and price are there. It waits for your decision.":
    "Tage und Preis sind da. Es wartet auf Ihre Entscheidung.",
  "Accepted: it is part of the plan now.": "Angenommen: Es gehört jetzt zum Plan.",
  "Not done. The plan stays as it is.": "Wird nicht gemacht. Der Plan bleibt, wie er ist.",
  "We are working out what it means for days and price.":
    "Wir rechnen aus, was es für Tage und Preis bedeutet.",
} as const;
