import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ProjectMembers } from "./project-members.tsx";

const person = (personId: string, name: string, role: string) => ({
  personId,
  name,
  role,
  title: "",
  email: "",
});
const part = (personId: string, name: string, role: string, seesMoney = false) => ({
  personId,
  name,
  role,
  seesMoney,
});
const path = `/projects/${acme.id}/members`;
const show = () => renderPage(() => <ProjectMembers projectId={acme.id} />);

function fakes() {
  return fakeApi({
    [`GET ${path}`]: { items: [part("jo", "Jo", "member"), part("gil", "Gil", "member")] },
    "GET /members": { items: [person("jo", "Jo", "member"), person("gil", "Gil", "guest")] },
    [`PUT ${path}/jo`]: part("jo", "Jo", "lead"),
    [`DELETE ${path}/jo`]: () => undefined,
  });
}

test("a member is let see money, or made lead without a word about money", async () => {
  const asked = fakes();
  show();
  const choose = async (name: RegExp) => {
    fireEvent.click(await screen.findByRole("combobox", { name: "Part of Jo" }));
    fireEvent.click(await screen.findByRole("option", { name, hidden: true }));
  };
  await choose(/sees prices/);
  await choose(/^Lead/);
  const bodies = () => asked.filter(({ method }) => method === "PUT").map(({ body }) => body);
  await waitFor(() => expect(bodies()).toEqual([{ role: "member", seesMoney: true }, { role: "lead" }]));
});

test("a guest is offered neither lead nor money", async () => {
  fakes();
  show();
  fireEvent.click(await screen.findByRole("combobox", { name: "Part of Gil" }));
  const list = await screen.findByRole("listbox", { name: "Part of Gil", hidden: true });
  const options = within(list).getAllByRole("option", { hidden: true });
  expect(options.map(({ textContent }) => textContent)).toEqual(["MemberWorks on cards"]);
});

test("taking somebody off is undone with the part they had", async () => {
  const asked = fakes();
  show();
  fireEvent.click(await screen.findByRole("button", { name: "Take Jo off the project" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({ role: "member", seesMoney: false }),
  );
});
