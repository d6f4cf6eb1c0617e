import { ReadyLine } from "../payments/ready-line.tsx";
import { PortfolioPage } from "../projects/portfolio.page.tsx";

/** The portfolio with the nouns that stand on it. */
export function PortfolioScreen() {
  return <PortfolioPage money={<ReadyLine />} />;
}
