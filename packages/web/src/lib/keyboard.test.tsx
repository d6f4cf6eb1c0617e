import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Key, listenForKeys, switchSingleKeys, useKeyList, useKeys } from "./keyboard.ts";

let stop: () => void = () => {};
beforeEach(() => {
  localStorage.clear();
  stop = listenForKeys();
});
afterEach(() => {
  cleanup();
  stop();
});

function Keys({ keys, modal = false }: { keys: readonly Key[]; modal?: boolean }) {
  useKeys(modal ? "Drawer" : "Page", keys, { modal });
  return <input aria-label="Field" />;
}

function press(key: string, more: Partial<KeyboardEventInit> = {}, on: Element = document.body) {
  fireEvent.keyDown(on, { key, ...more });
}

test("a single key acts on the page and never in a field", () => {
  const run = vi.fn();
  render(<Keys keys={[{ keys: "c", label: "Create", run }]} />);
  press("c");
  press("c", {}, screen.getByLabelText("Field"));
  expect(run).toHaveBeenCalledTimes(1);
});

test("Enter presses the button that has the focus; on a card of the board it is the board's", () => {
  const run = vi.fn();
  render(
    <>
      <Keys keys={[{ keys: "enter", label: "Open card", run }]} />
      <button type="button">Filter</button>
      <article data-card="1">
        <a href="/c/ACME-1">Card</a>
      </article>
    </>,
  );
  press("Enter", {}, screen.getByRole("button"));
  expect(run).not.toHaveBeenCalled();
  press("Enter", {}, screen.getByRole("link"));
  expect(run).toHaveBeenCalledTimes(1);
});

test("in a dialog the keys of the page below are silent, those of the dialog and with Ctrl are not", () => {
  const [below, inside, mod] = [vi.fn(), vi.fn(), vi.fn()];
  const page = [
    { keys: "s", label: "Move to...", run: below },
    { keys: "mod+k", label: "Commands", run: mod, inFields: true },
  ];
  const view = render(
    <>
      <Keys keys={page} />
      <div role="dialog" aria-label="Move">
        <p tabIndex={-1}>Words</p>
      </div>
    </>,
  );
  press("s", {}, screen.getByText("Words"));
  press("k", { ctrlKey: true }, screen.getByText("Words"));
  expect([below, mod].map((fn) => fn.mock.calls.length)).toEqual([0, 1]);
  view.unmount();
  render(
    <div role="dialog" aria-label="Card">
      <Keys keys={[{ keys: "esc", label: "Close", run: inside }]} modal />
      <p tabIndex={-1}>Words</p>
    </div>,
  );
  press("Escape", {}, screen.getByText("Words"));
  expect(inside).toHaveBeenCalledTimes(1);
});

test("a letter with Shift is another key, a sign that needs Shift is itself", () => {
  const [small, large, list] = [vi.fn(), vi.fn(), vi.fn()];
  const keys = [
    { keys: "c", label: "Card", run: small },
    { keys: "shift+c", label: "Milestone", run: large },
    { keys: "?", label: "Keys", run: list },
  ];
  render(<Keys keys={keys} />);
  press("C", { shiftKey: true });
  press("?", { shiftKey: true });
  expect([small, large, list].map((fn) => fn.mock.calls.length)).toEqual([0, 1, 1]);
});

test("two keys one after the other", () => {
  const run = vi.fn();
  render(<Keys keys={[{ keys: "g p", label: "Portfolio", run }]} />);
  press("p");
  expect(run).not.toHaveBeenCalled();
  press("g");
  press("p");
  expect(run).toHaveBeenCalledTimes(1);
});

test("switched off, only keys with Ctrl or Cmd are left", () => {
  const [single, mod] = [vi.fn(), vi.fn()];
  const keys = [
    { keys: "c", label: "Card", run: single },
    { keys: "mod+k", label: "Commands", run: mod, inFields: true },
  ];
  render(<Keys keys={keys} />);
  switchSingleKeys(false);
  press("c");
  press("k", { ctrlKey: true }, screen.getByLabelText("Field"));
  press("k", { metaKey: true });
  expect([single.mock.calls.length, mod.mock.calls.length]).toEqual([0, 2]);
});

test("a drawer hides the keys of the page below it, and gives them back", () => {
  const [below, above] = [vi.fn(), vi.fn()];
  const page = [{ keys: "c", label: "Card", run: below }];
  const drawer = [{ keys: "t", label: "Title", run: above }];
  const shown = render(
    <>
      <Keys keys={page} />
      <Keys keys={drawer} modal />
    </>,
  );
  press("c");
  press("t");
  shown.rerender(<Keys keys={page} />);
  press("c");
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([1, 1]);
});

test("what holds always holds beside a drawer too, and in its dialog", () => {
  const [undo, list, below] = [vi.fn(), vi.fn(), vi.fn()];
  const shell = [
    { keys: "mod+z", label: "Undo", run: undo },
    { keys: "?", label: "Keys", run: list },
  ];
  function Shell() {
    useKeys("Everywhere", shell, { always: true });
    return null;
  }
  render(
    <>
      <Shell />
      <Keys keys={[{ keys: "mod+a", label: "Select all", run: below }]} />
      <div role="dialog" aria-label="Card">
        <Keys keys={[{ keys: "t", label: "Title", run: vi.fn() }]} modal />
        <p tabIndex={-1}>Words</p>
      </div>
    </>,
  );
  const words = screen.getByText("Words");
  press("z", { ctrlKey: true }, words);
  press("?", { shiftKey: true }, words);
  press("a", { ctrlKey: true }, words);
  expect([undo, list, below].map((fn) => fn.mock.calls.length)).toEqual([1, 1, 0]);
});

test("two letters that belong together come before one of them alone", () => {
  const [away, near] = [vi.fn(), vi.fn()];
  const shell = [{ keys: "g w", label: "Workload", run: away }];
  const card = [{ keys: "w", label: "Watch", run: near }];
  render(
    <>
      <Keys keys={shell} />
      <Keys keys={card} />
    </>,
  );
  press("g");
  press("w");
  press("w");
  expect([away.mock.calls.length, near.mock.calls.length]).toEqual([1, 1]);
});

test("the list names the keys that hold, each once, and none that a drawer hides", () => {
  function List() {
    return useKeyList().map(({ title, keys }) => (
      <p key={title}>{`${title}: ${keys.map(({ label }) => label).join(", ")}`}</p>
    ));
  }
  function Shell() {
    useKeys("Go to", shell);
    return null;
  }
  const run = () => undefined;
  const shell = [
    { keys: "/", label: "Search", run },
    { keys: "g t", label: "Today", run },
  ];
  const page = [{ keys: "/", label: "Filter", run }];
  const shown = render(
    <>
      <Shell />
      <Keys keys={page} />
      <List />
    </>,
  );
  const lines = () => screen.getAllByText(/:/).map(({ textContent }) => textContent);
  expect(lines()).toEqual(["Page: Filter", "Go to: Today"]);
  shown.rerender(
    <>
      <Shell />
      <Keys keys={page} />
      <List />
      <Keys keys={[{ keys: "t", label: "Title", run }]} modal />
    </>,
  );
  expect(lines()).toEqual(["Drawer: Title"]);
});
