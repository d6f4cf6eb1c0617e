/** Mails. Keys are the English texts as they stand in the code. */
export const germanLetters = {
  "If you did not expect this, leave it: nothing happens without you.":
    "Wenn Sie das nicht erwartet haben, lassen Sie es liegen: Ohne Sie geschieht nichts.",
  "Your code": "Ihr Code",
  "Your code for {house}": "Ihr Code für {house}",
  "Type or paste it where you were asked for it.": "Geben Sie ihn dort ein, wo nach ihm gefragt wurde.",
  "Type or paste it where you were asked for it. It is good for 10 minutes and works once.":
    "Geben Sie ihn dort ein, wo nach ihm gefragt wurde. Er gilt 10 Minuten und einmal.",
  "{project}: your page": "{project}: Ihre Seite",
  "Your page of {project}": "Ihre Seite zu {project}",
  "Where the project stands, what comes next, what is asked of you.":
    "Wo das Projekt steht, was als Nächstes kommt, was von Ihnen gebraucht wird.",
  "The link is yours alone and stays good as long as you use it. You can keep it on your home screen.":
    "Der Link gehört Ihnen allein und gilt, solange Sie ihn benutzen. Sie können ihn auf Ihren Startbildschirm legen.",
  "Open your page": "Ihre Seite öffnen",
  "{count} new messages": "{count} neue Nachrichten",
  "Written by": "Geschrieben von",
  "A message from the team": "Eine Nachricht vom Team",
  "{project}: {author} answered": "{project}: {author} hat geantwortet",
  "{author} answered": "{author} hat geantwortet",
  "You get this mail because you wrote about it.":
    "Sie bekommen diese Mail, weil Sie dazu geschrieben haben.",
  "An answer to what you wrote": "Eine Antwort auf das, was Sie geschrieben haben",
} as const;
