/** Words that projects are full of. */
export const COMMON = (
  "design review website copy client launch homepage draft meeting content plan budget invoice approval feedback header footer image video banner " +
  "campaign newsletter logo brand colour font layout mobile desktop checkout payment shipping product catalogue search filter account login password " +
  "profile dashboard report export import migration server domain hosting deploy testing release version update bugfix analytics cookie consent " +
  "privacy contract offer quote estimate schedule deadline milestone workshop interview research survey persona sketch wireframe prototype mockup " +
  "animation illustration photo translation proofread editor publish archive backup security access support training handover documentation"
).split(" ");

const STARTS =
  "ba be bi bo bra bre ca ce cho cla co cu da de dra du fa fe fla fo ga ge gra ha he hi ho ka ke la le li lo ma me mi mo na ne no pa pe pla po pra qua ra re ri ro sa se sha si so sta sto ta te tra tu va ve vi wa we".split(
    " ",
  );
const MIDDLES = "la ra na ti vi mo du ke re si ne lo pa ta ri ma no le".split(" ");
const ENDS = "r n st ment ing tion ler man ton wick ford ness able al or ic ive".split(" ");

/** Common words first, then twenty thousand made up of syllables. */
export function vocabulary(): string[] {
  const made = new Set(COMMON);
  for (const start of STARTS)
    for (const middle of MIDDLES) for (const end of ENDS) made.add(start + middle + end);
  return [...made];
}

/** The same word for the same number; the share of a word falls with its place (Zipf). */
export function draw(words: readonly string[], n: number): string {
  let h = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  const share = ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
  return words[Math.floor((words.length + 1) ** share) - 1] ?? "word";
}
