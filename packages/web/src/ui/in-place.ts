import { useState } from "react";

export interface InPlace {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  /** For the button that stands where the form stood: it has the focus again. */
  hasReturned: boolean;
}

/** A form that opens in the place of its button. */
export function useInPlace(isOpenAtFirst = false): InPlace {
  const [state, setState] = useState<"shut" | "open" | "returned">(isOpenAtFirst ? "open" : "shut");
  return {
    isOpen: state === "open",
    open: () => setState("open"),
    close: () => setState("returned"),
    hasReturned: state === "returned",
  };
}
