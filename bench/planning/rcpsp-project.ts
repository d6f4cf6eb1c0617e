import { createRandom, createRcpsp, type Rcpsp } from "@milepost/planning";

const RESOURCES = 4;
const CAPACITY = 12;

/**
 * A project like those of PSPLIB's hard sets: durations 1 to 10, one to three successors not far away, each activity on about half of
 * four scarce resources.
 */
export function scarceProject(activities: number): Rcpsp {
  const random = createRandom(120);
  const some = (n: number) => 1 + random.below(n);
  const all = Array.from({ length: activities }, (_, i) => i);
  const built = createRcpsp({
    durations: all.map(() => some(10)),
    demands: all.map(() => Array.from({ length: RESOURCES }, () => (random.below(2) === 0 ? 0 : some(10)))),
    capacities: Array.from({ length: RESOURCES }, () => CAPACITY),
    links: all.flatMap((from) =>
      Array.from({ length: some(2) }, (): [number, number] => [from, from + some(30)]).filter(
        ([, to]) => to < activities,
      ),
    ),
  });
  if (!built.ok) throw new Error(`the project of the bench is refused: ${built.code}`);
  return built.rcpsp;
}
