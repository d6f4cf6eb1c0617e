import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { MailSwitches } from "./mail-switches.tsx";

test("a kind of mail is switched off and on again", async () => {
  let on = true;
  fakeApi({
    "GET /me/mails": () => ({
      items: [{ kind: "mention", called: "Somebody mentions you", on }],
      nextCursor: null,
    }),
    "PUT /me/mails": ({ body }: Asked) => {
      on = (body as { on: boolean }).on;
      return { kind: "mention", called: "Somebody mentions you", on };
    },
  });
  renderPage(MailSwitches);
  const toggle = await screen.findByRole("switch", { name: "Somebody mentions you", checked: true });
  fireEvent.click(toggle);
  expect(await screen.findByRole("switch", { checked: false })).toBeDefined();
  expect(on).toBe(false);
  fireEvent.click(screen.getByRole("switch"));
  expect(await screen.findByRole("switch", { checked: true })).toBeDefined();
});
