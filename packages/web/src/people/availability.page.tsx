import { Button, Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { answer, api } from "../lib/api.ts";
import { membersQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan, useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { HolidayPlace } from "../ui/holiday-place.tsx";
import { Page } from "../ui/page.tsx";
import type { Place } from "../ui/place-fields.tsx";
import { Setting } from "../ui/setting.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { Commitments } from "./commitments.tsx";
import { DatedWeeks } from "./dated-weeks.tsx";
import { DaysOff } from "./days-off.tsx";
import { Holidays } from "./holidays.tsx";
import { WeekEditor } from "./week-editor.tsx";
import type { Week } from "./week-text.ts";

/** When people work: the base of every date the plan promises. */
export function AvailabilityPage() {
  useTitle("Working time", "Settings");
  const { person } = useMe();
  const { person: chosen } = useSearch({ from: "/settings/time" });
  const others = useCan("member.change");
  const personId = (others ? chosen : undefined) ?? person.id;
  return (
    <Page title="Working time" lead="Dates in plans come from these hours." narrow>
      {others ? <PersonPicker personId={personId} /> : null}
      <PersonTime key={personId} personId={personId} own={personId === person.id} />
      <Setting
        title="Public holidays"
        affects="everybody: nobody works on these days, and no milestone should land on one"
      >
        <Holidays />
      </Setting>
    </Page>
  );
}

function PersonPicker({ personId }: { personId: string }) {
  const { data = [] } = useQuery(membersQuery);
  const navigate = useNavigate();
  return (
    <Select
      label="Whose time"
      mb="md"
      maw={320}
      searchable
      allowDeselect={false}
      data={data.map(({ personId: value, name }) => ({ value, label: name }))}
      value={personId}
      onChange={(person) => void navigate({ to: "/settings/time", search: person ? { person } : {} })}
    />
  );
}

function PersonTime({ personId, own }: { personId: string; own: boolean }) {
  const params = { path: { personId } };
  const queryKey = keys.workspace("availability", personId);
  const { data } = useQuery({
    queryKey,
    queryFn: () => answer(api.GET("/api/v1/availability/{personId}", { params })),
  });
  const client = useQueryClient();
  if (!data) return <Waiting rows={4} />;
  const whose = own ? "you" : "this person";
  const put = async (week: [number, number][][] | null) => {
    client.setQueryData(
      queryKey,
      await answer(api.PUT("/api/v1/availability/{personId}", { params, body: { week } })),
    );
    void client.invalidateQueries({ queryKey: ["project"] });
  };
  const save = async (week: [number, number][][] | null) => {
    const before = data.week ? data.week.map(asDay) : null;
    await put(week);
    offerUndo("Working time changed.", () => put(before));
  };
  const putPlace = async (body: Place) => {
    client.setQueryData(
      queryKey,
      await answer(api.PUT("/api/v1/availability/{personId}/place", { params, body })),
    );
    void client.invalidateQueries({ queryKey: ["project"] });
    void client.invalidateQueries({ queryKey: keys.workspace("holidays") });
  };
  const savePlace = async (place: Place) => {
    const before = { country: data.country, region: data.region };
    await putPlace(place);
    offerUndo("Holidays changed.", () => putPlace(before));
  };
  return (
    <>
      <Setting
        title="Working week"
        affects={`${whose}, and every date that hangs on ${own ? "your" : "their"} cards`}
      >
        <WeekEditor key={JSON.stringify(data.week)} week={data.week ?? data.workspaceWeek} onSave={save} />
        {data.week ? (
          <Button mt="sm" variant="subtle" onClick={() => void save(null).catch(sayProblem)}>
            Use the workspace's week instead
          </Button>
        ) : null}
        <DatedWeeks personId={personId} patterns={data.patterns} usual={data.week ?? data.workspaceWeek} />
      </Setting>
      <Setting
        title="Other work"
        affects={`${whose}: plans count on what is left; others see the share, never more`}
      >
        <Commitments personId={personId} own={own} />
      </Setting>
      <Setting title="Country" affects={`${whose}: public holidays are those of this country`}>
        <HolidayPlace
          key={`${data.country} ${data.region}`}
          place={{ country: data.country, region: data.region }}
          onSave={savePlace}
        />
      </Setting>
      <Setting title="Days off" affects={`${whose}; others see that somebody is away, never why`}>
        <DaysOff personId={personId} days={data.daysOff} />
      </Setting>
    </>
  );
}

function asDay(day: Week[number]): [number, number][] {
  return day.map(([from = 0, to = 0]) => [from, to]);
}
