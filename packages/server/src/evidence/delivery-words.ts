import type { SoundDelivery } from "./check-delivery.ts";

/** What a delivery record says and what of it was checked, for whoever stands at a terminal. */
export function deliveryWords(sound: SoundDelivery): string[] {
  const { delivery, milestones, signOffs, quotes, names, links } = sound;
  const name = (id: string | undefined) => names.get(id ?? "") ?? "(name left out)";
  const { safe, likely, medianSlipDays: slip } = delivery;
  return [
    `ok       Delivery record of ${name(delivery.project.id)}, by ${name(delivery.house.id)}${delivery.client ? ` for ${name(delivery.client.id)}` : ""}`,
    `         ${count(delivery.reached, "milestone")} reached${delivery.dropped > 0 ? `, ${delivery.dropped} dropped` : ""}${slip === null ? "" : `; median slip ${slip} working days`}`,
    `         ${safe.held} of ${count(safe.of, "safe date")} held, ${likely.held} of ${count(likely.of, "likely date")}`,
    ...milestones.map(
      ({ title, promisedOn, reachedOn, state }) =>
        `         ${title}: promised ${promisedOn ?? "-"}, ${state === "dropped" ? "dropped" : `reached ${reachedOn ?? "-"}`}`,
    ),
    ...signOffs.map(
      ({ facts, by }) =>
        `         Approval ${facts.number}, ${facts.title}: ${facts.outcome.replace("_", " ")} by ${by.map(({ id }) => name(id)).join(", ") || "the window that was agreed"}, ${facts.outcomeAt.slice(0, 10)}`,
    ),
    ...quotes.map(({ words, by }) => `         “${words}” ${name(by?.id)}`),
    `Checked  the figures against the milestones, ${count(signOffs.length, "sign-off")} and ${count(quotes.length, "quote")} against the seals, ${count(names.size, "name")},`,
    `         ${count(links.length, "record")} of the project's chain, the last of them of this record.`,
  ];
}

function count(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}
