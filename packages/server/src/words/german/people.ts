/** Who of the client may do what, and who leaves. */
export const germanPeople = {
  "You read along here. Whoever decides for you can write to us.":
    "Sie lesen hier mit. Wer bei Ihnen entscheidet, kann uns schreiben.",
  "Whoever decides for you can ask for something beyond the plan.":
    "Wer bei Ihnen entscheidet, kann um etwas über den Plan hinaus bitten.",
  "What was said": "Was gesagt wurde",
  "{days, plural, one {# day old} other {# days old}}": "{days, plural, one {# Tag alt} other {# Tage alt}}",
} as const;
