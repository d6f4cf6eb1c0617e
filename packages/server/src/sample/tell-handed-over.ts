import { visibleCard } from "../board/card-access.store.ts";
import { setMarks } from "../board/card-fields.ts";
import { changeProject, project } from "../projects/projects.ts";
import { inviteesOf, type SeriesWish, seriesOf, setSeries } from "../projects/review-series.ts";
import { CARDS } from "./agency-cards.ts";
import { REVIEWS } from "./agency-reviews.ts";
import type { Made } from "./made.ts";
import { LAST_DAY, type Story } from "./story.ts";

/** In the end Mia hands the project over to whoever looks at it, with a few cards, so that it is about them. */
export function tellHandedOver(story: Story, made: Made): void {
  const { you } = made;
  story.at(LAST_DAY, 17.75, "mia", async (scope) => {
    const { id } = made.project;
    await changeProject(scope, made.project, (await project(scope, id)).revision, { leadId: you });
    for (const { title } of CARDS.filter(({ yours }) => yours)) {
      const { card } = await visibleCard(scope, made.cards.get(title) ?? "");
      await setMarks(scope, card, "people", { add: [you] });
    }
    const series = await seriesOf(scope, id);
    const invited = (await inviteesOf(scope, id)).map((person) => person.id);
    await setSeries(scope, id, series?.revision ?? null, everyThursday(story, [you, ...invited]));
  });
}

/** At ten, from the first review on. */
export function everyThursday(story: Story, inviteeIds: readonly string[]): SeriesWish {
  const startsOn = story.day(REVIEWS[0]?.day ?? LAST_DAY);
  const rhythm = { cadence: "weekly", everyDays: null } as const;
  return { ...rhythm, startsOn, atMinutes: 10 * 60, clientPart: true, remind: true, inviteeIds };
}
