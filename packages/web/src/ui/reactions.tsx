import { useState } from "react";
import type { Shape } from "../lib/api.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import classes from "./reactions.module.css";

type Reaction = Shape<"Reaction">;
export type ReactionWord = Reaction["word"];

const HANDFUL: readonly { word: ReactionWord; sign: string; name: string }[] = [
  { word: "agree", sign: "👍", name: "Agree" },
  { word: "love", sign: "❤️", name: "Love it" },
  { word: "celebrate", sign: "🎉", name: "Celebrate" },
  { word: "looking", sign: "👀", name: "Looking" },
  { word: "done", sign: "✅", name: "Done" },
];
const LIST = new Intl.ListFormat("en", { type: "conjunction" });

interface ReactionsProps {
  reactions: readonly Reaction[];
  onToggle: (word: ReactionWord, on: boolean) => Promise<unknown>;
}

/** A word of answer that asks nothing of anybody: who gave it is said on hover, on focus and to screen readers. */
export function Reactions({ reactions, onToggle }: ReactionsProps) {
  const me = useMe().person.id;
  const [choosing, setChoosing] = useState(false);
  const people = (word: ReactionWord) => reactions.find((one) => one.word === word)?.people ?? [];
  const shown = choosing ? HANDFUL : HANDFUL.filter(({ word }) => people(word).length > 0);
  const toggle = (word: ReactionWord, on: boolean) =>
    onToggle(word, on).catch((error) => sayProblem(error, () => void toggle(word, on)));
  return (
    <fieldset className={classes.row} aria-label="Reactions">
      {shown.map(({ word, sign, name }) => {
        const by = people(word);
        const mine = by.some(({ id }) => id === me);
        const who = LIST.format(by.map((one) => one.name));
        return (
          <button
            key={word}
            type="button"
            className={classes.one}
            aria-pressed={mine}
            aria-label={who ? `${name}: ${who}` : name}
            title={who ? `${name}: ${who}` : name}
            onClick={() => {
              setChoosing(false);
              void toggle(word, !mine);
            }}
          >
            <span aria-hidden="true">{sign}</span>
            {by.length > 0 ? <span aria-hidden="true">{by.length}</span> : null}
          </button>
        );
      })}
      <button
        type="button"
        className={classes.one}
        aria-expanded={choosing}
        aria-label={choosing ? "Close reactions" : "React"}
        onClick={() => setChoosing(!choosing)}
      >
        <span aria-hidden="true">{choosing ? "×" : "☺"}</span>
      </button>
    </fieldset>
  );
}
