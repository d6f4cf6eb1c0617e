import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useFilesAnywhere } from "./files-anywhere.ts";

afterEach(cleanup);

const carried = { files: [new File(["x"], "plan.png")], types: ["Files"] };
const added = vi.fn();

function Thing() {
  const over = useFilesAnywhere(added);
  return (
    <>
      <p>{over ? "Held over the page" : "Nothing held"}</p>
      <textarea aria-label="Comment" />
    </>
  );
}

it("takes a picture that is pasted while a comment is written", () => {
  added.mockClear();
  render(<Thing />);
  fireEvent.paste(screen.getByLabelText("Comment"), { clipboardData: carried });
  expect(added).toHaveBeenCalledExactlyOnceWith(carried.files);
});

it("leaves words to the text although a picture of them comes along", () => {
  added.mockClear();
  render(<Thing />);
  const both = { ...carried, types: ["text/plain", "Files"] };
  fireEvent.paste(screen.getByLabelText("Comment"), { clipboardData: both });
  expect(added).not.toHaveBeenCalled();
  fireEvent.paste(document.body, { clipboardData: both });
  expect(added).toHaveBeenCalledOnce();
});

it("takes a file that is let go anywhere, and keeps the page", () => {
  added.mockClear();
  render(<Thing />);
  fireEvent.dragOver(document.body, { dataTransfer: carried });
  expect(screen.getByText("Held over the page")).toBeTruthy();
  const drop = createEvent.drop(document.body, { dataTransfer: carried });
  fireEvent(document.body, drop);
  expect(drop.defaultPrevented).toBe(true);
  expect(added).toHaveBeenCalledExactlyOnceWith(carried.files);
  expect(screen.getByText("Nothing held")).toBeTruthy();
});
