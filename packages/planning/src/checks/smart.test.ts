import { expect, test } from "vitest";
import { objective } from "../testing/plans.ts";
import { smartHelp } from "./smart.ts";

function lit(change: Parameters<typeof objective>[0], achievable?: boolean): (boolean | null)[] {
  return smartHelp(objective(change), achievable).map((light) => light.lit);
}

test.each([
  ["a good objective without forecast", {}, [true, true, null, true, true]],
  ["a vague one", { statement: "Do some stuff" }, [false, true, null, true, true]],
  ["nothing said yet", { statement: "" }, [false, true, null, true, true]],
  ["growth without a number", { statement: "Boost sales", measure: null }, [false, false, null, true, true]],
  ["growth with a number", { statement: "Boost sales" }, [true, true, null, true, true]],
  ["more of something, with a number", { statement: "More orders" }, [true, true, null, true, true]],
  ["more of something", { statement: "More orders", measure: null }, [false, false, null, true, true]],
  [
    "no starting value",
    { measure: { name: "orders", unit: "", baseline: null, target: 150, current: null } },
    [true, false, null, true, true],
  ],
  ["one reason is enough", { ourReason: "" }, [true, true, null, true, true]],
  ["no reason", { ourReason: " ", clientReason: "" }, [true, true, null, false, true]],
  ["no date", { targetOn: null }, [true, true, null, true, false]],
])("%s", (_, change, expected) => expect(lit(change)).toEqual(expected));

test("achievable follows the forecast once there is one", () => {
  expect([lit({}, true)[2], lit({}, false)[2]]).toEqual([true, false]);
});

test("every unlit word asks one question, a lit one none", () => {
  for (const { lit: isLit, question } of smartHelp(objective({ measure: null, targetOn: null }))) {
    expect(question?.endsWith("?") ?? true).toBe(true);
    expect(question === null).toBe(isLit === true);
  }
});

test("the question about the measure is about what is missing", () => {
  const question = (measure: ReturnType<typeof objective>["measure"]) =>
    smartHelp(objective({ measure }))[1]?.question;
  const orders = { name: "orders", unit: "", baseline: null, target: null, current: null };
  expect([question(null), question(orders), question({ ...orders, target: 150 })]).toEqual([
    "Which number will show that it came true?",
    "Which value should “orders” reach?",
    "Where does “orders” stand today?",
  ]);
});
