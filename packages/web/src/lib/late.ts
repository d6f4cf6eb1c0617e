import { type ComponentType, createElement, useEffect, useState } from "react";
import { later } from "./later.ts";
import { sayProblem } from "./undo.tsx";

/**
 * A component that a click or a key opens and that the first load does without. It stands as soon as it is here;
 * what React's `lazy` has suspended is held back for 300 ms, even when its file came long before.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>) {
  let part: ComponentType<P> | null = null;
  const fetch = later(async () => {
    part = await load();
  });
  const isHere = () => part !== null;
  function Late(props: P) {
    useArrival(isHere, fetch);
    return part ? createElement(part, props) : null;
  }
  return Object.assign(Late, { fetch });
}

function useArrival(isHere: () => boolean, fetch: () => Promise<void>): void {
  const [, setHere] = useState(isHere);
  useEffect(() => {
    if (isHere()) return;
    let isShown = true;
    fetch().then(
      () => isShown && setHere(true),
      (error) => isShown && sayProblem(error),
    );
    return () => {
      isShown = false;
    };
  }, [isHere, fetch]);
}
