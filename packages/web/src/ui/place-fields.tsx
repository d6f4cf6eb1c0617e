import { Select, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { countries } from "../lib/places.ts";
import { keys } from "../lib/query-keys.ts";

export interface Place {
  country: string | null;
  region: string | null;
}

interface PlaceFieldsProps {
  place: Place;
  /** What holds where no country is chosen. */
  otherwise: string;
  disabled?: boolean;
  onChange: (place: Place) => void;
}

/** Country and, where its regions have holidays of their own, the region. */
export function PlaceFields({ place, otherwise, disabled = false, onChange }: PlaceFieldsProps) {
  const { country, region } = place;
  const { data: regions = [] } = useQuery({
    queryKey: keys.workspace("regions", country ?? ""),
    enabled: country !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await answer(api.GET("/api/v1/holidays/regions", { params: { query: { country: country ?? "" } } })))
        .items,
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label="Country"
        placeholder={otherwise}
        searchable
        clearable
        disabled={disabled}
        data={countries()}
        value={country}
        onChange={(next) => onChange({ country: next, region: null })}
      />
      {country !== null && regions.length > 0 ? (
        <Select
          label="Region"
          placeholder="Only what the whole country has"
          searchable
          clearable
          disabled={disabled}
          data={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={region}
          onChange={(next) => onChange({ country, region: next })}
        />
      ) : null}
    </SimpleGrid>
  );
}
