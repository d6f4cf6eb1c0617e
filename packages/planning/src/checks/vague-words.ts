/**
 * Words that leave open when something is done, per language. Compared in lower case, whole words only.
 * All languages are looked at together: a German team writes English titles too.
 */

/** Verbs without an end: there is always more to improve. */
export const ENDLESS_VERBS: ReadonlySet<string> = new Set([
  // en
  ..."improve improving optimize optimise optimizing optimising enhance enhancing boost increase increasing grow maximize".split(
    " ",
  ),
  ..."maximise refine polish rework tweak support help handle manage maintain continue progress explore work working".split(
    " ",
  ),
  ..."look address deal ensure try consider finish start do make fix update prepare".split(" "),
  // de
  ..."verbessern verbesserung optimieren optimierung steigern steigerung erhöhen fördern stärken überarbeiten anpassen".split(
    " ",
  ),
  ..."unterstützen betreuen kümmern weitermachen fortsetzen bearbeiten beschäftigen prüfen schauen machen erledigen".split(
    " ",
  ),
  ..."fertigstellen fertigmachen anfangen beginnen vorbereiten aktualisieren versuchen".split(" "),
]);

/** Words that stand for anything. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set([
  // en
  ..."stuff things thing misc miscellaneous various etc something anything everything whatever tbd todo todos rest".split(
    " ",
  ),
  // de
  ..."sachen sache ding dinge zeug kram diverses diverse sonstiges verschiedenes usw irgendwas etwas alles rest".split(
    " ",
  ),
]);

/** Words without weight: beside a verb they are no object. */
export const SMALL_WORDS: ReadonlySet<string> = new Set([
  // en
  ..."a an the our your their my it this that and or of on in to for with up off out further more better soon all some".split(
    " ",
  ),
  // de
  ..."der die das den dem des ein eine einen einem einer unser unsere und oder an am auf in im zu zum zur für mit es".split(
    " ",
  ),
  ..."weiter mehr besser bald alle einige noch um sich".split(" "),
]);
