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
  "Look at it and decide": "Ansehen und entscheiden",
  "See the offer": "Das Angebot ansehen",
  "Days and price are there. It waits for your decision.":
    "Tage und Preis sind da. Es wartet auf Ihre Entscheidung.",
  "Accepted by {name}, {when}: it is part of the plan now.":
    "Angenommen von {name}, {when}: Es gehört jetzt zum Plan.",
  "Accepted by {name}, {when}: it is part of plan version {n}.":
    "Angenommen von {name}, {when}: Es gehört zu Planversion {n}.",
  "Left by {name}, {when}: the plan stays as it is.":
    "Nicht angenommen von {name}, {when}: Der Plan bleibt, wie er ist.",
  "Not done. The plan stays as it is.": "Wird nicht gemacht. Der Plan bleibt, wie er ist.",
  "Decided. It is carried out in a few minutes.": "Entschieden. In ein paar Minuten wird es umgesetzt.",
  "We are working out what it means for days and price.":
    "Wir rechnen aus, was es für Tage und Preis bedeutet.",
  "We are working out another offer.": "Wir arbeiten an einem anderen Angebot.",
  "Accept the change": "Änderung annehmen",
  "Leave the plan as it is": "Plan lassen, wie er ist",
  "Ask for another offer": "Um ein anderes Angebot bitten",
  "What you asked for": "Was Sie angefragt haben",
  "What it adds": "Was dazukommt",
  "What it adds is worded anew.": "Was dazukommt, ist neu formuliert.",
  "It belongs to {milestone}.": "Es gehört zu {milestone}.",
  Dates: "Termine",
  "No date changes.": "Kein Termin ändert sich.",
  "All of the plan together then: {price}": "Der ganze Plan dann zusammen: {price}",
  "Price: {from} → {to}": "Preis: {from} → {to}",
  "If you accept": "Wenn Sie annehmen",
  "It becomes part of the plan, as its next version.": "Es wird Teil des Plans, als dessen nächste Version.",
  "Accepted. It becomes part of the plan.": "Angenommen. Es wird Teil des Plans.",
  "Thank you. The plan stays as it is.": "Vielen Dank. Der Plan bleibt, wie er ist.",
  "Thank you. You get another offer.": "Vielen Dank. Sie bekommen ein anderes Angebot.",
  "Here is what it would add, with its effect on dates and price. Nothing changes before you accept.":
    "Hier steht, was dazukäme und was es für Termine und Preis bedeutet. Vor Ihrer Zusage ändert sich nichts.",
  "You chose: {choice}": "Sie haben gewählt: {choice}",
  "Asked for: {words}": "Angefragt: {words}",
  "Offered: {words}": "Angeboten: {words}",
  "Added since the first plan": "Seit dem ersten Plan dazugekommen",
  "Accepted by {name}, {day}": "Angenommen von {name}, {day}",
  "plan version {n}": "Planversion {n}",
  "comes into the dates above with the next publication":
    "kommt mit der nächsten Veröffentlichung in die Termine oben",
} as const;
