import { SegmentedControl } from "@mantine/core";

interface ViewSwitchProps {
  table: boolean;
  onChange: (view: "table" | "road") => void;
}

/** The picture, or its twin for who reads rather than looks. */
export function ViewSwitch({ table, onChange }: ViewSwitchProps) {
  return (
    <SegmentedControl
      aria-label="View"
      data={[
        { value: "road", label: "Road" },
        { value: "table", label: "Table" },
      ]}
      value={table ? "table" : "road"}
      onChange={(value) => onChange(value === "table" ? "table" : "road")}
    />
  );
}
