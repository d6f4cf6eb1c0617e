/** The frame of every client page, and the ways in. */
export const germanPortal = {
  Home: "Übersicht",
  Plan: "Plan",
  Decisions: "Entscheidungen",
  Updates: "Neues",
  Files: "Dateien",
  "To the content": "Zum Inhalt",
  "Pages of this project": "Seiten dieses Projekts",
  "You see what clients see. Nothing can be sent from here.":
    "Sie sehen, was Kunden sehen. Von hier aus kann nichts abgesendet werden.",
  "Only looking": "Nur zum Ansehen",
  "Back to the team": "Zurück zum Team",
  "You are here as {name}.": "Sie sind hier als {name}.",
  "It is kept when you open a page, so that nobody needs to ask.":
    "Es wird festgehalten, wann Sie eine Seite öffnen, damit niemand nachfragen muss.",
  "Not you? Leave on this device": "Sind Sie das nicht? Auf diesem Gerät abmelden",
  "Your link, please": "Ihr Link, bitte",
  "If this address is known here, a mail with your link is on its way.":
    "Wenn diese Adresse hier bekannt ist, ist eine Mail mit Ihrem Link unterwegs.",
  "This page opens with your own link. It stands in every mail that you get about your project.":
    "Diese Seite öffnet sich mit Ihrem eigenen Link. Er steht in jeder Mail, die Sie zu Ihrem Projekt bekommen.",
  "Your mail address": "Ihre Mailadresse",
  "Send me my link": "Link zusenden",
  "On its way": "Unterwegs",
  "A new link is on its way to the mail address that this one was for.":
    "Ein neuer Link ist unterwegs an die Mailadresse, für die dieser bestimmt war.",
  "This link does not open": "Dieser Link öffnet sich nicht",
  "Send me the new one": "Neuen Link zusenden",
  "Use the newest mail that you got, or have your own link sent to you.":
    "Nehmen Sie die neueste Mail, die Sie bekommen haben, oder lassen Sie sich Ihren eigenen Link zusenden.",
  "It was good for a while, and that while is over.": "Er galt eine Zeit lang, und diese Zeit ist um.",
  "A newer one has taken its place.": "Ein neuerer ist an seine Stelle getreten.",
  "It works once, and it was used already.": "Er gilt einmal und wurde schon benutzt.",
  "It was taken back.": "Er wurde zurückgenommen.",
  "The address is not whole: mail programs sometimes cut long links off.":
    "Die Adresse ist nicht vollständig: Mailprogramme schneiden lange Links manchmal ab.",
  "It may be for another place, or for somebody who has no access any more.":
    "Er führt vielleicht woanders hin, oder er gehört jemandem, der keinen Zugang mehr hat.",
  "This link is for {name}. Not you?": "Dieser Link ist für {name}. Sind Sie das nicht?",
  "This link is for {name}. On this device you are {other}.":
    "Dieser Link ist für {name}. Auf diesem Gerät sind Sie {other}.",
  "Send me my own link": "Eigenen Link zusenden",
  "A code, to be sure it is you": "Ein Code, damit sicher ist, dass Sie es sind",
  "A mail with six digits went to {address}. This device is asked only once.":
    "Eine Mail mit sechs Ziffern ging an {address}. Dieses Gerät wird nur einmal gefragt.",
  "This device is new here. A code goes to {address}.":
    "Dieses Gerät ist hier neu. Ein Code geht an {address}.",
  Code: "Code",
  "Go on": "Weiter",
  "Send me the code": "Code zusenden",
  "Send another code": "Noch einen Code zusenden",
  "This code does not fit or is too old. Look for the newest mail, or ask for another code.":
    "Dieser Code passt nicht oder ist zu alt. Nehmen Sie die neueste Mail, oder lassen Sie sich noch einen Code zusenden.",
  "This page was open too long. Please send it again.":
    "Diese Seite war zu lange offen. Bitte senden Sie noch einmal ab.",
  "Some fields need another look.": "Einige Felder brauchen noch einen Blick.",
  "Your page": "Ihre Seite",
  "This is the page of {name}.": "Das ist die Seite von {name}.",
  "Open it": "Öffnen",
} as const;
