let region: HTMLElement | null = null;

/** Says to screen readers what a pointer would have seen: "Moved to Doing, 3 of 8". */
export function announce(words: string): void {
  region ??= makeRegion();
  region.textContent = "";
  const target = region;
  requestAnimationFrame(() => {
    target.textContent = words;
  });
}

function makeRegion(): HTMLElement {
  const made = document.createElement("div");
  made.setAttribute("role", "status");
  made.setAttribute("aria-live", "polite");
  made.className = "mp-unseen";
  made.style.cssText =
    "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  document.body.append(made);
  return made;
}
