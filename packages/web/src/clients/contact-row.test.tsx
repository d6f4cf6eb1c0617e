import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ClientCard } from "./client-card.tsx";

const rosa = {
  id: "c1",
  name: "Rosa Bakery",
  zone: null,
  country: null,
  region: null,
  answerDays: null,
  revision: 1,
};
const dana = {
  personId: "dana",
  clientId: "c1",
  name: "Dana Reyes",
  email: "dana@rosa.test",
  zone: "UTC",
  language: "en",
  revision: 4,
  mailCameBackAt: null,
};

test("a contact's address and language are changed over what was seen", async () => {
  const asked = fakeApi({ "PATCH /contacts/dana": { ...dana, revision: 5 } });
  renderPage(() => <ClientCard client={rosa} contacts={[dana]} mayEdit />);
  fireEvent.click(await screen.findByRole("button", { name: "Change Dana Reyes" }));
  const [address] = screen.getAllByLabelText(/Mail address/);
  if (!address) throw new Error("no field for the address");
  fireEvent.change(address, { target: { value: "dana@new.test" } });
  fireEvent.click(screen.getByRole("button", { name: "Save Dana Reyes" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({
      name: "Dana Reyes",
      email: "dana@new.test",
      language: "en",
    }),
  );
  await waitFor(() => expect(screen.queryByText(/every link and device of the old one/)).toBeNull());
});

test("who may not edit clients reads who is there, and no more", async () => {
  fakeApi({});
  renderPage(() => <ClientCard client={rosa} contacts={[dana]} mayEdit={false} />);
  expect(await screen.findByText("dana@rosa.test")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Change Dana Reyes" })).toBeNull();
});
