import { STATE_WORDS, STATES, type State } from "./diamond.tsx";

/** A computed health word as it is drawn: the sign below it, and whether the client is waited for. */
export interface Health {
  state: State;
  waiting: boolean;
  word: string;
}

/** Words of the API, with spaces or underscores, in any case; what is not known is not enough data. */
export function healthOf(word: string, below?: string | null): Health {
  const plain = word.toLowerCase().replaceAll(/[\s-]+/g, "_");
  if (plain.startsWith("waiting"))
    return { state: stateOf(below ?? "at_risk"), waiting: true, word: "Waiting for client" };
  const state = stateOf(plain);
  return { state, waiting: false, word: STATE_WORDS[state] };
}

function stateOf(word: string): State {
  return STATES.find((state) => state === word) ?? "not_enough_data";
}
