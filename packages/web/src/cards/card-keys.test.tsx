import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listenForKeys, useKeys } from "../lib/keyboard.ts";
import { FIELD_KEYS } from "./card-keys.ts";

function Opened() {
  useKeys("Card", FIELD_KEYS, { modal: true });
  return (
    <div role="dialog">
      <div data-card-field="title">
        <textarea aria-label="Title" />
      </div>
      <div data-card-field="dates">
        <input aria-label="Start" />
        <input aria-label="Due" data-autofocus />
      </div>
      <div data-card-field="people">
        <details>
          <summary>People</summary>
          <input type="checkbox" aria-label="Jo" />
        </details>
      </div>
    </div>
  );
}

let stop = () => {};
beforeEach(() => {
  stop = listenForKeys();
  render(<Opened />);
});
afterEach(() => {
  stop();
  cleanup();
});

const focused = () => document.activeElement?.getAttribute("aria-label");

it("goes to the field of a letter, the likeliest part of it first", () => {
  fireEvent.keyDown(document.body, { key: "d" });
  expect(focused()).toBe("Due");
});

it("unfolds what is folded", () => {
  fireEvent.keyDown(document.body, { key: "a" });
  expect(focused()).toBe("Jo");
  expect(document.querySelector("details")?.open).toBe(true);
});

it("leaves letters to a text that is being written", () => {
  fireEvent.keyDown(document.body, { key: "t" });
  expect(focused()).toBe("Title");
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "d" });
  expect(focused()).toBe("Title");
});
