/** What surrounds the words of a mail, and the page that switches mails off. */
export const germanMail = {
  "You can also just reply to this mail.": "Sie können auch einfach auf diese E-Mail antworten.",
  "Stop mails of this kind": "Solche E-Mails abbestellen",
  "You get no more of these mails": "Sie bekommen keine solchen E-Mails mehr",
  "Stop these mails?": "Diese E-Mails abbestellen?",
  "Mails of this kind: {called}.": "E-Mails dieser Art: {called}.",
  "Mails that wait for an answer of yours, such as decisions and codes for signing in, still come.":
    "E-Mails, die auf Ihre Antwort warten, etwa Entscheidungen und Anmeldecodes, kommen weiterhin.",
  "Send me these mails again": "Diese E-Mails wieder schicken",
  "Stop these mails": "Diese E-Mails abbestellen",
  "News about a plan": "Neues zu einem Plan",
  "A plan was published": "Ein Plan wurde veröffentlicht",
  "Somebody mentions you": "Jemand erwähnt Sie",
  "A client writes": "Ein Kunde schreibt",
  "News of your inbox": "Neues aus Ihrem Eingang",
  "What of yours is due": "Was bei Ihnen fällig ist",
} as const;
