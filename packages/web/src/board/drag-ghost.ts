/** A card as it hangs at the pointer, above everything; whoever takes it along removes it. */
export function ghostOf(element: HTMLElement, look: { width?: number; rotate?: string } = {}): HTMLElement {
  const { left, top, width } = element.getBoundingClientRect();
  const ghost = element.cloneNode(true) as HTMLElement;
  ghost.removeAttribute("data-card");
  ghost.setAttribute("aria-hidden", "true");
  ghost.inert = true;
  Object.assign(ghost.style, {
    position: "fixed",
    left: `${left}px`,
    top: `${top}px`,
    width: `${Math.min(width, look.width ?? width)}px`,
    margin: "0",
    zIndex: "400",
    pointerEvents: "none",
    rotate: look.rotate ?? "",
    boxShadow: "0 8px 24px rgb(0 0 0 / 25%)",
  });
  document.body.append(ghost);
  return ghost;
}
