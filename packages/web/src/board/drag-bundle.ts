/** What hangs under the pointer when several cards are carried: the one that was taken, and how many they are. */
export function bundleOf(element: HTMLElement, count: number): HTMLElement {
  const bundle = document.createElement("div");
  const { width } = element.getBoundingClientRect();
  const card = element.cloneNode(true) as HTMLElement;
  Object.assign(card.style, {
    position: "static",
    transform: "none",
    width: `${width}px`,
    listStyle: "none",
  });
  // Nobody shall take it for the card itself.
  for (const each of card.querySelectorAll("[data-card]")) each.removeAttribute("data-card");
  bundle.append(card, countOn(count));
  Object.assign(bundle.style, { position: "relative", width: `${width}px`, paddingTop: "10px" });
  return bundle;
}

export function countOn(count: number): HTMLElement {
  const badge = document.createElement("span");
  badge.textContent = `${count} cards`;
  Object.assign(badge.style, {
    position: "absolute",
    top: "0",
    right: "8px",
    padding: "2px 10px",
    borderRadius: "12px",
    background: "var(--mp-brand)",
    color: "var(--mp-paper)",
    fontSize: "13px",
    fontWeight: "600",
  });
  return badge;
}
