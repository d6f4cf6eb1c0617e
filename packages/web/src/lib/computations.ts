import { earliestHonestPromise, effectOf, feasibleDates, waysToMakeTheDate } from "@milepost/planning";

/** What planning takes so long for that a page would stand still. */
const COMPUTATIONS = { earliestHonestPromise, effectOf, feasibleDates, waysToMakeTheDate };

type Computations = typeof COMPUTATIONS;
export type Computation = keyof Computations;
export type Asked = { [Name in Computation]: Parameters<Computations[Name]> };
export type Answers = { [Name in Computation]: ReturnType<Computations[Name]> };
export type Question<Name extends Computation = Computation> = {
  [Each in Name]: { name: Each; asked: Asked[Each] };
}[Name];

export function compute<Name extends Computation>({ name, asked }: Question<Name>): Answers[Name] {
  const computations: { [Each in Computation]: (...asked: Asked[Each]) => Answers[Each] } = COMPUTATIONS;
  return computations[name](...asked);
}
