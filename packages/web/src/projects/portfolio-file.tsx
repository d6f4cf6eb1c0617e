import { Button, Menu } from "@mantine/core";
import { apiLink } from "../lib/api.ts";
import type { PortfolioProject } from "./portfolio.api.ts";
import type { Group } from "./portfolio-search.ts";

interface PortfolioFileProps {
  shown: readonly PortfolioProject[];
  /** So many there are: a file of all of them needs no list of names. */
  all: number;
  group: Group | undefined;
}

const FORMATS = { csv: "Spreadsheet (CSV)", pdf: "Paper (PDF)" } as const;

/** What the page shows, as a file. */
export function PortfolioFile({ shown, all, group }: PortfolioFileProps) {
  if (shown.length === 0) return null;
  const href = (format: string) => {
    const path = apiLink("/portfolio/file");
    const query = new URLSearchParams({
      format,
      ...(shown.length < all ? { keys: shown.map(({ key }) => key).join(",") } : {}),
      ...(group ? { group } : {}),
    });
    return `${path}${path.includes("?") ? "&" : "?"}${query}`;
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default">Export</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(FORMATS).map(([format, words]) => (
          <Menu.Item key={format} component="a" href={href(format)} download>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
