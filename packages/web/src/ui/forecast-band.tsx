import { dayText } from "../lib/dates.ts";
import { forecastText } from "../lib/forecast-words.ts";

/** The days between which a milestone lands in so many of a hundred cases. */
interface ForecastDays {
  p5On: string;
  p20On: string;
  p50On: string;
  p80On: string;
  p95On: string;
}

/** Where days stand in the drawing: the left edge of a day, its middle and its right edge. */
interface DayScale {
  x: (day: string) => number;
  middle: (day: string) => number;
  end: (day: string) => number;
}

interface ForecastBandProps {
  forecast: ForecastDays;
  scale: DayScale;
  /** The line that the band lies on. */
  y: number;
  height?: number;
}

/** Where it will land, as a part of a drawing: dark from early to safe, light out to the ends. */
export function ForecastBand({ forecast, scale, y, height = 16 }: ForecastBandProps) {
  const { p5On, p20On, p50On, p80On, p95On } = forecast;
  const top = y - height / 2;
  const stretch = (from: string, to: string) => ({
    x: scale.x(from),
    width: Math.max(2, scale.end(to) - scale.x(from)),
  });
  return (
    <g>
      <title>{`${forecastText(forecast)} (8 in 10: by ${dayText(p80On)})`}</title>
      <rect
        {...stretch(p5On, p95On)}
        y={top}
        height={height}
        rx="3"
        fill="var(--mp-on-track)"
        opacity="0.18"
      />
      <rect
        {...stretch(p20On, p80On)}
        y={top}
        height={height}
        rx="3"
        fill="var(--mp-on-track)"
        opacity="0.45"
      />
      <path d={`M${scale.middle(p50On)} ${top}v${height}`} stroke="var(--mp-on-track)" strokeWidth="2" />
    </g>
  );
}
