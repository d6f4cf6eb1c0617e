import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { dayText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import type { Place } from "./place-fields.tsx";
import { Waiting } from "./waiting.tsx";

type Day = Shape<"PreviewedHoliday">;

const WORDS: Record<Day["state"], string> = {
  new: "",
  here: "in the calendar",
  removed: "taken out here, stays out",
  gone: "no longer in the list, goes",
  "part of a day": "only a part of the day, not taken",
};

/** The days that a country or region would bring, before anybody takes them. */
export function HolidayPreview({ place: { country, region } }: { place: Place }) {
  const { data } = useQuery({
    queryKey: keys.workspace("holidays", "preview", country ?? "", region ?? ""),
    enabled: country !== null,
    queryFn: async () => {
      const query = { country: country ?? "", ...(region ? { region } : {}) };
      return (await answer(api.GET("/api/v1/holidays/preview", { params: { query } }))).items;
    },
  });
  if (country === null) return null;
  if (!data) return <Waiting rows={2} />;
  if (data.length === 0)
    return (
      <Text mt="xs" size="sm">
        There is no list of public holidays for this country. Add the days by hand.
      </Text>
    );
  const years = [...Map.groupBy(data, ({ onDate }) => onDate.slice(0, 4))];
  return (
    <>
      <Text mt="xs" size="sm" role="status">
        {sentence(data)}
      </Text>
      {years.map(([year, days]) => (
        <details key={year} style={{ marginTop: 4 }}>
          <summary style={{ cursor: "pointer", minHeight: 24 }}>
            {year}: {days.length} {days.length === 1 ? "day" : "days"}
          </summary>
          {days.map((day) => (
            <Text key={day.onDate + day.name} size="sm">
              <time dateTime={day.onDate}>{dayText(day.onDate)}</time> {day.name}
              {WORDS[day.state] ? (
                <Text component="span" size="sm" c="dimmed">
                  , {WORDS[day.state]}
                </Text>
              ) : null}
            </Text>
          ))}
        </details>
      ))}
    </>
  );
}

function sentence(days: readonly Day[]): string {
  const count = (state: Day["state"]) => days.filter((day) => day.state === state).length;
  const fresh = count("new");
  const gone = count("gone");
  if (fresh + gone === 0) return "All of its days are in the calendar.";
  const parts = [`${fresh} new ${fresh === 1 ? "day" : "days"}`];
  if (count("here") > 0) parts.push(`${count("here")} here already`);
  if (gone > 0) parts.push(`${gone} that go`);
  return `${parts.join(", ")}.`;
}
