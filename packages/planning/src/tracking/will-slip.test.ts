import { expect, test } from "vitest";
import { createRandom, type Random } from "../random.ts";
import { classOf, firstWarning } from "./trend-class.ts";
import type { DayPoint } from "./trend-line.ts";

/**
 * Milestone histories told by a model of a team: the work that is left shrinks by what a week really brings, and the date that is named is
 * what the team believes. Hopeful teams hear of late work a bit at a time, honest ones plan again with what they know, nervous ones swing
 * around the truth, silent ones say nothing until the date is near.
 */
type Team = "hopeful" | "honest" | "nervous" | "silent";

interface History {
  readonly points: readonly DayPoint[];
  readonly reached: number;
}

function told(team: Team, random: Random): History {
  const planned = 42 + random.below(120);
  const reached = Math.round(
    planned * (team === "honest" ? spread(random, 90, 125) : spread(random, 95, 190)),
  );
  const points: DayPoint[] = [];
  let named = planned;
  for (let on = 0; on < reached; on += 7) {
    if (on > 0) named = believed(team, random, { on, named, planned, reached });
    points.push({ on, planned: Math.max(on, named) });
  }
  return { points, reached };
}

interface Belief {
  readonly on: number;
  readonly named: number;
  readonly planned: number;
  readonly reached: number;
}

function believed(team: Team, random: Random, { on, named, planned, reached }: Belief): number {
  switch (team) {
    case "hopeful":
      return random.below(3) === 0 ? named + Math.round((reached - named) * 0.3 + random.below(4)) : named;
    case "honest":
      return random.below(6) === 0 ? Math.round(reached + random.below(9) - 4) : named;
    case "nervous":
      return random.below(2) === 0 ? Math.round(reached + random.below(29) - 14) : named;
    case "silent":
      return on < planned - 7 ? planned : Math.max(planned, Math.round((on + reached) / 2));
  }
}

function spread(random: Random, from: number, to: number): number {
  return (from + random.below(to - from)) / 100;
}

test("when “will slip” is first said, the date that was named is missed in at least 7 of 10 histories", () => {
  const random = createRandom(7);
  const teams: readonly Team[] = ["hopeful", "honest", "nervous", "silent"];
  const histories = Array.from({ length: 800 }, (_, i) => told(teams[i % 4] ?? "honest", random));
  const warned = histories.flatMap(({ points, reached }) => {
    const warning = firstWarning(points);
    return warning === null ? [] : [reached > warning.planned];
  });
  const missed = warned.filter(Boolean).length;
  expect(warned.length).toBeGreaterThan(100);
  expect(missed / warned.length).toBeGreaterThanOrEqual(0.7);
});

test("a silent team is called frozen then jump", () => {
  const random = createRandom(11);
  const silent = Array.from({ length: 100 }, () => told("silent", random)).filter(
    ({ points, reached }) => reached > (points[0]?.planned ?? 0) + 14,
  );
  const seen = silent.filter(({ points }) => classOf(points) === "frozen_then_jump").length;
  expect(seen / silent.length).toBeGreaterThan(0.8);
});

test("no warning without three moves to a later date, nor after one to an earlier", () => {
  const at = (planned: readonly number[]) => planned.map((day, i) => ({ on: 7 * i, planned: day }));
  expect(firstWarning(at([60, 60, 80, 80, 80]))).toBeNull();
  expect(firstWarning(at([60, 70, 60, 55, 50]))).toBeNull();
  expect(firstWarning(at([60, 58, 62, 66, 70]))).toBeNull();
  expect(firstWarning(at([60, 64, 64, 68, 70]))).toEqual({ on: 28, planned: 70 });
});
