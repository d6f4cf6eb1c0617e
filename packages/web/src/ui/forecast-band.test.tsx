import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { daysBetween } from "../lib/dates.ts";
import { ForecastBand } from "./forecast-band.tsx";

const x = (day: string) => daysBetween("2026-06-01", day) * 10;
const scale = { x, middle: (day: string) => x(day) + 5, end: (day: string) => x(day) + 10 };
const forecast = {
  p5On: "2026-06-03",
  p20On: "2026-06-05",
  p50On: "2026-06-09",
  p80On: "2026-06-12",
  p95On: "2026-06-18",
};

it("is light from end to end, dark in between, and says it in words", () => {
  const { container } = render(
    <svg role="img" aria-label="Forecast">
      <ForecastBand forecast={forecast} scale={scale} y={20} />
    </svg>,
  );
  const [light, dark] = [...container.querySelectorAll("rect")].map((rect) => [
    rect.getAttribute("x"),
    rect.getAttribute("width"),
  ]);
  expect([light, dark]).toEqual([
    ["20", "160"],
    ["40", "80"],
  ]);
  expect(container.querySelector("title")?.textContent).toMatch(/^Likely by .*9.*, safe by .*12.* \(8 in 10/);
});
