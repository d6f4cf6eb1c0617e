/** Coming in with an account or by a link that works once. */
export const germanEntry = {
  "Sign in": "Anmelden",
  Password: "Passwort",
  "New password": "Neues Passwort",
  "No password, or not at hand?": "Kein Passwort, oder nicht zur Hand?",
  "Mail me a link to sign in": "Link zum Anmelden zusenden",
  "Mail me a link to choose a password": "Link zur Passwortwahl zusenden",
  "This address and password do not open anything here.":
    "Mit dieser Adresse und diesem Passwort öffnet sich hier nichts.",
  "Sign in to {project}": "Bei {project} anmelden",
  "You sign in as {name}.": "Sie melden sich als {name} an.",
  "Choose a password": "Passwort wählen",
  "Choose a password for {project}": "Passwort für {project} wählen",
  "It is for {name}, with {address}. You are signed out on every other device.":
    "Es ist für {name}, mit {address}. Auf allen anderen Geräten werden Sie abgemeldet.",
  "At least {n} characters.": "Mindestens {n} Zeichen.",
  "Save the password": "Passwort speichern",
  "Use at least 10 characters.": "Nehmen Sie mindestens 10 Zeichen.",
  "{project}: sign in": "{project}: anmelden",
  "{project}: choose a password": "{project}: Passwort wählen",
  "The link works once, within 15 minutes.": "Der Link gilt einmal, innerhalb von 15 Minuten.",
  "The link works once, within 7 days.": "Der Link gilt einmal, innerhalb von 7 Tagen.",
  "This project opens with a password. You choose it yourself, and nobody else knows it.":
    "Dieses Projekt öffnet sich mit einem Passwort. Sie wählen es selbst, und niemand sonst kennt es.",
} as const;
