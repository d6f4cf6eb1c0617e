import { todayIn } from "../lib/dates.ts";
import { useWeeks } from "../lib/weeks.ts";
import { TodayPage } from "../today/today.page.tsx";
import { QuickLeave } from "../workload/quick-leave.tsx";

/** Today, with the way to say that one is away. */
export function TodayScreen() {
  const { weekOf } = useWeeks();
  const today = todayIn();
  return <TodayPage leave={<QuickLeave today={today} weekOn={weekOf(today)} />} />;
}
