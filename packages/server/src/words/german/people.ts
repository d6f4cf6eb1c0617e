/** Who of the client may do what, and who leaves. */
export const germanPeople = {
  "You read along here. Whoever decides for you can write to us.":
    "Sie lesen hier mit. Wer bei Ihnen entscheidet, kann uns schreiben.",
  "Whoever decides for you can ask for something beyond the plan.":
    "Wer bei Ihnen entscheidet, kann um etwas über den Plan hinaus bitten.",
  "You have chosen a password? Sign in": "Sie haben ein Passwort gewählt? Anmelden",
  "Sign in to decide": "Anmelden und entscheiden",
  "Former contact": "Frühere Kontaktperson",
  "Somebody else should follow this?": "Soll noch jemand mitlesen?",
  "They get a mail with a link of their own and read along. They cannot decide.":
    "Die Person bekommt eine Mail mit einem eigenen Link und liest mit. Entscheiden kann sie nicht.",
  "Their name": "Name der Person",
  "Their mail address": "Mailadresse der Person",
  "Send them a link": "Link schicken",
  "Thank you. If this address can be used here, a mail with a link is on its way.":
    "Danke. Wenn diese Adresse hier verwendet werden kann, ist eine Mail mit einem Link unterwegs.",
  "You have invited many people already. Ask us to add more.":
    "Sie haben schon viele eingeladen. Bitten Sie uns, weitere hinzuzufügen.",
  "{inviter} would like you to follow {project}": "{inviter} möchte, dass Sie {project} mitlesen",
  "Where the project stands and what comes next, on a page of your own.":
    "Wo das Projekt steht und was als Nächstes kommt, auf Ihrer eigenen Seite.",
  "Follow {project}": "{project} mitlesen",
  "{inviter} has asked us to let you read along.": "{inviter} hat uns gebeten, Sie mitlesen zu lassen.",
  "Use a whole mail address, such as jo@example.org.": "Bitte eine ganze Mailadresse, etwa jo@example.org.",
  "Write at least one character.": "Bitte mindestens ein Zeichen.",
  "A client invites an observer": "Ein Kunde lädt jemanden zum Mitlesen ein",
  "What was said": "Was gesagt wurde",
  "{days, plural, one {# day old} other {# days old}}": "{days, plural, one {# Tag alt} other {# Tage alt}}",
} as const;
