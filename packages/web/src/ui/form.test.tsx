import { Button, MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Form } from "./form.tsx";
import { useInPlace } from "./in-place.ts";

afterEach(cleanup);

it("leaves on Escape, but not while a list of one of its fields is open", () => {
  const leave = vi.fn();
  render(
    <Form onSend={vi.fn()} onCancel={leave}>
      <input aria-label="Name" />
      <input aria-label="Who" role="combobox" aria-expanded aria-controls="x" />
    </Form>,
  );
  fireEvent.keyDown(screen.getByRole("combobox"), { key: "Escape" });
  expect(leave).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByLabelText("Name"), { key: "Escape" });
  expect(leave).toHaveBeenCalledTimes(1);
});

function Slot() {
  const slot = useInPlace();
  if (slot.isOpen)
    return (
      <Form onSend={slot.close}>
        <button type="submit">Done</button>
      </Form>
    );
  return (
    <Button autoFocus={slot.hasReturned} onClick={slot.open}>
      Edit
    </Button>
  );
}

it("gives the focus back to the button in whose place it stood", () => {
  render(
    <MantineProvider>
      <Slot />
    </MantineProvider>,
  );
  expect(document.activeElement).toBe(document.body);
  fireEvent.click(screen.getByText("Edit"));
  fireEvent.click(screen.getByText("Done"));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Edit" }));
});
