import { Button } from "@mantine/core";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { HolidayPreview } from "./holiday-preview.tsx";
import { type Place, PlaceFields } from "./place-fields.tsx";
import { Refusal } from "./refusal.tsx";

interface HolidayPlaceProps {
  place: Place;
  onSave: (place: Place) => Promise<unknown>;
}

/** Whose public holidays a person or a client has, where they differ from the workspace's. */
export function HolidayPlace({ place, onSave }: HolidayPlaceProps) {
  const [chosen, setChosen] = useState(place);
  const { submit, busy, problem } = useSubmit(onSave);
  const same = chosen.country === place.country && chosen.region === place.region;
  return (
    <>
      <PlaceFields place={chosen} otherwise="As the workspace" onChange={setChosen} />
      {same ? null : <HolidayPreview place={chosen} />}
      <Button mt="sm" variant="default" disabled={same} loading={busy} onClick={() => void submit(chosen)}>
        Use these holidays
      </Button>
      <Refusal problem={problem} />
    </>
  );
}
