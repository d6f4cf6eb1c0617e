import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ClientSettings } from "./client-settings.tsx";

it("changes at once what clients see, and takes it back", async () => {
  const asked = fakeApi({ [`PATCH /projects/${acme.id}`]: { ...acme, revision: 2 } });
  renderPage(() => <ClientSettings project={acme} />);
  fireEvent.click(await screen.findByRole("switch", { name: /^Show when each milestone is expected/ }));
  const sent = () => asked.map(({ body, headers }) => [body, headers.get("if-match")]);
  await waitFor(() => expect(sent()).toEqual([[{ showsForecast: true }, '"r1"']]));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(sent()[1]).toEqual([{ showsForecast: false }, '"r2"']));
});

it("says who has to do what to get in, and leaves it to the price unless it is chosen", async () => {
  const asked = fakeApi({ [`PATCH /projects/${acme.id}`]: { ...acme, revision: 2 } });
  renderPage(() => <ClientSettings project={acme} />);
  const level = await screen.findByRole("combobox", { name: "How the client's people get in" });
  expect(level).toHaveProperty("value", "By code once there is a price, by link until then");
  fireEvent.click(level);
  fireEvent.click(await screen.findByText("Account: with a password of their own"));
  await waitFor(() => expect(asked[0]?.body).toEqual({ securityLevel: "account" }));
});
