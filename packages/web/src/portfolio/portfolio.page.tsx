import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";

export function PortfolioPage() {
  useTitle("Portfolio");
  return <Page title="Portfolio">{null}</Page>;
}
