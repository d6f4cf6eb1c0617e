import round from "../ui/initials.module.css";
import { cardElement } from "./board-ui.ts";
import { initials } from "./card-words.ts";
import classes from "./slide.module.css";

const SLIDE_MS = 180;
const MOVER_MS = 2_000;

/**
 * Lets somebody else's move be seen: remembers where the card is now; the returned function, called after the change,
 * slides it from there to its new place and shows for a moment who it was. With reduced motion it only fades in.
 */
export function slideFrom(cardId: string, mover: string | null): () => void {
  const from = cardElement(cardId)?.getBoundingClientRect();
  return () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const element = cardElement(cardId);
        if (!element) return;
        if (mover) showMover(element, mover);
        const to = element.getBoundingClientRect();
        const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
        if (!from || still) {
          element.animate([{ opacity: 0.2 }, { opacity: 1 }], SLIDE_MS);
          return;
        }
        if (from.x === to.x && from.y === to.y) return;
        travel(element, from, to);
      }),
    );
}

function showMover(element: HTMLElement, mover: string): void {
  const badge = document.createElement("span");
  badge.className = `${round.initials} ${classes.mover}`;
  badge.textContent = initials(mover);
  badge.title = mover;
  badge.setAttribute("aria-hidden", "true");
  element.append(badge);
  setTimeout(() => badge.remove(), MOVER_MS);
}

/** A copy above everything travels, because a column cuts off what leaves it. */
function travel(element: HTMLElement, from: DOMRect, to: DOMRect): void {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return;
  copy.removeAttribute("data-card");
  copy.setAttribute("aria-hidden", "true");
  copy.inert = true;
  copy.style.cssText = `position:fixed;z-index:90;margin:0;top:${to.y}px;left:${to.x}px;width:${to.width}px;pointer-events:none`;
  document.body.append(copy);
  // Not hidden: a hidden card would lose the focus it may have.
  element.style.opacity = "0";
  const path = [{ transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` }, { transform: "none" }];
  const moving = copy.animate(path, { duration: SLIDE_MS, easing: "ease-out" });
  moving.finished.finally(() => {
    copy.remove();
    element.style.opacity = "";
  });
}
