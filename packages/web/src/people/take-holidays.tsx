import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { HolidayPreview } from "../ui/holiday-preview.tsx";
import { type Place, PlaceFields } from "../ui/place-fields.tsx";
import { Refusal } from "../ui/refusal.tsx";

/** The workspace's country and region, looked at before their days are taken. */
export function TakeHolidays({ onTake }: { onTake: (place: Place) => Promise<void> }) {
  const { data: workspace } = useQuery({
    queryKey: keys.workspace("current"),
    queryFn: () => answer(api.GET("/api/v1/workspaces/current")),
  });
  const [chosen, setChosen] = useState<Place | null>(null);
  const { submit, busy, problem } = useSubmit(onTake);
  if (!workspace) return null;
  const place = chosen ?? { country: workspace.country, region: workspace.region };
  return (
    <section aria-label="Public holidays of a country" style={{ marginTop: 16 }}>
      <PlaceFields place={place} otherwise="Choose a country" onChange={setChosen} />
      <HolidayPreview place={place} />
      <Button
        mt="sm"
        variant="default"
        disabled={place.country === null}
        loading={busy}
        onClick={() => void submit(place)}
      >
        Take over these days
      </Button>
      <Refusal problem={problem} />
    </section>
  );
}
