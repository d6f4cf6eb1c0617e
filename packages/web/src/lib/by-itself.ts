const BECAUSE: Record<string, string> = {
  items_done: "every line of its checklist was ticked",
  started_without_people: "it began with nobody on it",
  started_without_estimate: "it began without an estimate",
  blocked: "it has been blocked for days",
  due_not_begun: "it is due and has not begun",
  doing_untouched: "nothing has changed for days",
  done_archived: "it has been done for days",
  criteria_met: "everything under “Done when” is met",
  milestone_reached: "its milestone was reached",
  request_answered: "the client has answered",
};

/** What ends the sentence of an event that a ready switch or a button brought about; nothing for what people did by hand. */
export function byItself({ bySwitch, byButton }: Record<string, unknown>): string {
  if (typeof byButton === "string") return ` with “${byButton}”`;
  const because = typeof bySwitch === "string" ? BECAUSE[bySwitch] : undefined;
  return because ? ` by itself: ${because}` : "";
}
