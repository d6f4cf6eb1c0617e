/** Thanks for what was reached, and words that a client gives for what was delivered. */
export const germanClosing = {
  "Hello {name},": "Guten Tag {name},",
  "{milestone} is reached. Thank you for your part in it: your answers and decisions are what got us here.":
    "„{milestone}“ ist erreicht. Vielen Dank für Ihren Anteil daran: Ihre Antworten und Entscheidungen haben uns hierher gebracht.",
  "Kind regards": "Mit freundlichen Grüßen",
  "Thank you: {milestone}": "Vielen Dank: {milestone}",
};
