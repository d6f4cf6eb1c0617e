/** Verbs that say what somebody does, not what is there afterwards, per language; compared in lower case, whole words only. */
export const ACTIVITY_VERBS: ReadonlySet<string> = new Set([
  // en
  ..."write writing draw drawing draft drafting build building create creating develop developing implement".split(
    " ",
  ),
  ..."implementing design designing code coding test testing review reviewing research researching analyse".split(
    " ",
  ),
  ..."analyze analysing analyzing collect collecting discuss discussing meet meeting plan planning send sending".split(
    " ",
  ),
  ..."set install installing configure configuring migrate migrating organise organize book booking call".split(
    " ",
  ),
  // de
  ..."schreiben zeichnen entwerfen bauen erstellen entwickeln umsetzen programmieren testen recherchieren".split(
    " ",
  ),
  ..."analysieren sammeln besprechen treffen planen senden schicken installieren einrichten migrieren".split(
    " ",
  ),
  ..."organisieren buchen anrufen".split(" "),
]);

/** Words that say that something has come true. */
export const RESULT_WORDS: ReadonlySet<string> = new Set([
  // en
  ..."approved agreed accepted signed done ready live launched published delivered opened open online complete".split(
    " ",
  ),
  ..."completed finished decided chosen reached passed held handed confirmed is are has have works runs".split(
    " ",
  ),
  // de
  ..."freigegeben abgenommen vereinbart unterschrieben fertig bereit veröffentlicht geliefert eröffnet offen".split(
    " ",
  ),
  ..."abgeschlossen entschieden gewählt erreicht bestanden bestätigt übergeben ist sind hat haben steht stehen läuft".split(
    " ",
  ),
]);
