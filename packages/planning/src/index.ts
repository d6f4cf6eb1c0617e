export {
  type Calendar,
  createCalendar,
  DEFAULT_WEEK,
  ELAPSED,
  personCalendar,
  projectCalendar,
} from "./calendar/calendar.ts";
export {
  addDays,
  dayOfMinute,
  daysBetween,
  firstMinuteOf,
  fromEpochDay,
  isCivilDate,
  LAST_DAY,
  toEpochDay,
  weekdayOf,
} from "./calendar/civil-date.ts";
export { withoutNightShifts } from "./calendar/day-pattern.ts";
export { coversDays, type DaySpan } from "./calendar/day-spans.ts";
export { type HalfDay, halfDays } from "./calendar/half-days.ts";
export {
  CADENCES,
  type Cadence,
  daysBetweenReviews,
  eveningBefore,
  type LocalTime,
  minuteOf,
  nextOccurrence,
  type Occurrence,
  occurrencesAfter,
  previousOccurrence,
  type Recurrence,
  RHYTHMS,
  type Rhythm,
} from "./calendar/recurrence.ts";
export { CONTINUOUS, type Timeline } from "./calendar/timeline.ts";
export {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  windowLength,
  workingDaysBetween,
  workingMinutesBetween,
} from "./calendar/working-days.ts";
export {
  type Allocation,
  type DatedWeek,
  type OverAllocation,
  overAllocations,
  shareOf,
  type WorkingTime,
  workingTime,
} from "./calendar/working-time.ts";
export type { Zone, ZoneTransition } from "./calendar/zone.ts";
export {
  CARE_COUNTERS,
  type CareCard,
  type CareCounter,
  type CareDay,
  type CareMilestone,
  careOfCard,
  careOfMilestone,
  careOfPlan,
  endOfWeek,
  isOpenCard,
  UNTOUCHED_AFTER,
} from "./care.ts";
export { isAchievable } from "./checks/achievable.ts";
export { applyFix } from "./checks/apply-fix.ts";
export { type CheckSettings, DEFAULT_CHECK_SETTINGS } from "./checks/check-context.ts";
export { checkPlan, type PlanCheck, type SkippedCheck } from "./checks/check-plan.ts";
export {
  type DcmaCheck,
  type DcmaId,
  type DcmaLimit,
  type DcmaReport,
  dcmaReport,
} from "./checks/dcma-report.ts";
export type { DcmaSettings } from "./checks/dcma-tasks.ts";
export type {
  CheckId,
  CheckLevel,
  DateChange,
  Finding,
  Fix,
  Subject,
  SubjectKind,
} from "./checks/finding.ts";
export { type GaoHeading, type GaoPractice, gaoReport } from "./checks/gao-report.ts";
export { type SmartLight, type SmartWord, smartHelp } from "./checks/smart.ts";
export { type Vagueness, vaguenessOf } from "./checks/wording.ts";
export {
  type ClientClock,
  type ClientWait,
  clientClock,
  ENOUGH_TO_SAY,
  usualAnswerDays,
} from "./client-clock.ts";
export { clientItemsOf } from "./client-items.ts";
export type { Decision, Refusal } from "./decision.ts";
export { DEFAULT_SIZES, medianEstimate, type Size } from "./estimate.ts";
export {
  actualsOf,
  type CardActual,
  type WorkedCard,
  type WorkerTime,
  workedSoFar,
} from "./forecast/actuals.ts";
export { blendTables, blendWeights } from "./forecast/blend.ts";
export { type CardEstimate, cardDuration } from "./forecast/card-duration.ts";
export { type CoverageTracker, coverageTracker } from "./forecast/coverage-tracker.ts";
export {
  CELLS,
  type DurationTable,
  fixedTable,
  scaledTable,
  tableFromBorders,
  tableOf,
} from "./forecast/duration-table.ts";
export {
  ENOUGH_OUTCOMES,
  type EstimateStyle,
  estimateStyle,
  type Outcome,
} from "./forecast/estimate-style.ts";
export { type FeasibleDate, type FeasibleDates, feasibleDates } from "./forecast/feasible-dates.ts";
export { type ForecastNetwork, forecastNetwork } from "./forecast/forecast-network.ts";
export { ENOUGH_TO_COMPARE, type ForecastRecord, recordOf } from "./forecast/forecast-record.ts";
export { growthInfluence, type Risk, riskInfluence } from "./forecast/influences.ts";
export { judgedForecast, type ToldForecast } from "./forecast/judged-forecast.ts";
export {
  type ForecastTarget,
  forecastTargets,
  type Percentiles,
  percentilesOf,
  SHARES,
  sampleFinishes,
  type TargetForecast,
} from "./forecast/network-forecast.ts";
export type {
  Draws,
  FactorLoading,
  ForecastTask,
  Influence,
  Minute,
  NetworkInput,
} from "./forecast/network-input.ts";
export { observedTable, type Weighted } from "./forecast/observed-table.ts";
export { ascendingInts, chanceBy, percentile } from "./forecast/percentiles.ts";
export { pertTable, type ThreePoints } from "./forecast/pert.ts";
export { pinballLoss } from "./forecast/pinball-loss.ts";
export type { CapacityWay, ReassignWay } from "./forecast/plan-additions.ts";
export type { CutWay } from "./forecast/plan-cuts.ts";
export {
  type CardChange,
  type ChangeEffect,
  type DateBeforeAfter,
  effectOf,
  type MilestoneEffect,
} from "./forecast/plan-effect.ts";
export {
  type CardOutcome,
  type DatePercentiles,
  type EndedMilestone,
  type ForecastDriver,
  type ForecastGrounds,
  type ForecastHistory,
  type ForecastInput,
  type ForecastMilestone,
  LIVE_SAMPLES,
  type MilestoneForecast,
  NO_HISTORY,
  type PlanForecast,
  type ReachedMilestone,
  SAMPLES,
  type UnknownMilestone,
  type WeekOfWork,
} from "./forecast/plan-forecast.ts";
export { type Confidence, earliestHonestPromise, type HonestPromise } from "./forecast/plan-promise.ts";
export type { PromiseReason } from "./forecast/plan-promise-reasons.ts";
export type { DateRefusal } from "./forecast/plan-question.ts";
export { forecastPlan } from "./forecast/plan-sampling.ts";
export { type WaysAnswer, type WaysToMakeIt, waysToMakeTheDate } from "./forecast/plan-ways.ts";
export { POPULATION_SPREAD } from "./forecast/population-spread.ts";
export { type EndedForecast, type ForecastScore, scoreForecasts } from "./forecast/rolling-forecast.ts";
export { type PastSlip, rollSlips } from "./forecast/rolling-slips.ts";
export { type PastTask, rollTasks } from "./forecast/rolling-tasks.ts";
export { type PastThroughput, rollThroughput } from "./forecast/rolling-throughput.ts";
export { type SpreadDriver, spreadDrivers } from "./forecast/spread-drivers.ts";
export { type StretchTracker, stretchTracker } from "./forecast/stretch-tracker.ts";
export { forecastThroughput, type ThroughputForecast } from "./forecast/throughput-forecast.ts";
export {
  type ClientItem,
  type DateForecast,
  ENOUGH_ESTIMATES,
  HEALTH_WORDS,
  type Health,
  type HealthFacts,
  type HealthReason,
  type HealthWord,
  healthOf,
  projectHealth,
} from "./health.ts";
export { levelPlan } from "./levelling/level-plan.ts";
export {
  type Booking,
  DEFAULT_LEVEL_OPTIONS,
  type LevelledCard,
  type LevelledMilestone,
  type LevelledPart,
  type LevelledPerson,
  type LevelledPlan,
  type LevelOptions,
  type StartReason,
  type Stretch,
} from "./levelling/levelled-plan.ts";
export { type LowerBound, type LowerBounds, lowerBounds } from "./levelling/lower-bounds.ts";
export {
  type Workload,
  type WorkloadCard,
  type WorkloadCell,
  workload,
} from "./levelling/workload.ts";
export {
  canMove,
  MILESTONE_STEPS,
  type MilestoneDecision,
  type MilestoneRefusal,
  type MilestoneStep,
  type MissingPart,
} from "./milestone-states.ts";
export * from "./plan.ts";
export { objectiveProgress, type Progress, type ProgressInput, progressOf } from "./progress.ts";
export {
  canMoveProject,
  PROJECT_STEPS,
  type ProjectFacts,
  type ProjectRefusal,
  type ProjectState,
} from "./project-states.ts";
export { createRandom, type Random } from "./random.ts";
export { firstSchedule, leftShift } from "./rcpsp/first-schedule.ts";
export { improve, type RcpspProgress, type RcpspSearch } from "./rcpsp/improve.ts";
export { lowerBound } from "./rcpsp/lower-bound.ts";
export { criticalPathLength } from "./rcpsp/paths.ts";
export { readPatterson } from "./rcpsp/patterson-reader.ts";
export type { ProjectFile, UnreadableFile } from "./rcpsp/project-file.ts";
export { readPsplib } from "./rcpsp/psplib-reader.ts";
export {
  createRcpsp,
  LONGEST_HORIZON,
  type Rcpsp,
  type RcpspData,
  type RcpspDecision,
  type RcpspRefusal,
  type RcpspSchedule,
} from "./rcpsp/rcpsp.ts";
export { type Violation, violationsOf } from "./rcpsp/violations.ts";
export { cadenceInWords, cadenceOfDays, readCadence } from "./review-cadence.ts";
export { type ReviewSilence, type ReviewStanding, silenceOf } from "./review-silence.ts";
export {
  type CascadePreview,
  type CascadeRefusal,
  cascade,
  pushAfter,
} from "./schedule/cascade.ts";
export type { CardOutside, FixedDateMissed } from "./schedule/cascade-effects.ts";
export { type BackFrom, type ComputedBack, computedBack } from "./schedule/computed-back.ts";
export { type CriticalPath, criticalPath } from "./schedule/critical-path.ts";
export { createGraph, type Graph, topologicalOrder } from "./schedule/graph.ts";
export { type LateEffect, lateByADay } from "./schedule/late-effect.ts";
export type { Network, NetworkArc, NetworkItem } from "./schedule/network.ts";
export {
  type Cycle,
  findCycle,
  type PlanSchedule,
  schedulePlan,
} from "./schedule/plan-schedule.ts";
export type { Driver, ScheduledItem } from "./schedule/scheduled-item.ts";
export type { MoveReason, WindowDates, WindowMove } from "./schedule/window-move.ts";
export {
  type Approver,
  mayDecide,
  type SignOff,
  type SignOffDecision,
  type SignOffRequest,
  type SignOffRule,
  type SignOffStatus,
  signOff,
} from "./sign-off.ts";
export type { DateReason } from "./tasks/date-reasons.ts";
export { type OpenSchedule, openSchedule } from "./tasks/open-schedule.ts";
export type { TaskPlanRefusal } from "./tasks/plan-refusals.ts";
export type { ScheduledTask } from "./tasks/scheduled-task.ts";
export * from "./tasks/task-plan.ts";
export { scheduleTasks, type TaskSchedule } from "./tasks/task-schedule.ts";
export { adaptTemplate, type MilestoneChoice } from "./templates/adapt-template.ts";
export {
  applyTemplate,
  type DatedMilestone,
  type DatedTemplate,
  type TemplateAnchor,
  type TemplateWarning,
} from "./templates/apply-template.ts";
export { BUILT_IN_TEMPLATES } from "./templates/built-in/built-in.ts";
export { TEMPLATE_CARRIES, TEMPLATE_LEAVES } from "./templates/carries.ts";
export type { PlanChecklist } from "./templates/procedures-of-plan.ts";
export {
  type PlanRequest,
  type Template,
  type TemplateActivity,
  type TemplateFixedDate,
  type TemplateLink,
  type TemplateMeasure,
  type TemplateMilestone,
  type TemplateObjective,
  type TemplateProcedure,
  type TemplateRequest,
  type TemplateRole,
  templateLength,
} from "./templates/template.ts";
export { type TemplateWords, templateOf } from "./templates/template-of.ts";
export {
  groupToday,
  type Today,
  type TodayCard,
  type TodayItem,
  type TodayMilestone,
  type TodayReason,
} from "./today.ts";
export {
  type Baseline,
  type BaselineHead,
  type BaselineMilestone,
  standingBaseline,
  takeBaseline,
} from "./tracking/baseline.ts";
export { type CostIndices, costIndices, type ValueSums } from "./tracking/cost-indices.ts";
export { type EarnedSchedule, earnedSchedule } from "./tracking/earned-schedule.ts";
export type { EarnedTask, EarningRule, ProgressEvent, Spending } from "./tracking/earned-task.ts";
export { type EarnedValue, type EarnedValueInput, earnedValue } from "./tracking/earned-value.ts";
export { type EndSlip, endSlip } from "./tracking/end-slip.ts";
export { type KeptDates, keptDates } from "./tracking/kept-dates.ts";
export {
  type MilestoneTrend,
  milestoneTrend,
  type TrendFact,
  type TrendInput,
  type TrendLine,
  type TrendPoint,
  type TrendReport,
} from "./tracking/milestone-trend.ts";
export {
  type EarnedValuePoint,
  type PlanEarnedValue,
  type PlanEarnedValueInput,
  planEarnedValue,
} from "./tracking/plan-earned-value.ts";
export {
  datesHeld,
  type EndedDates,
  type EstimateAccuracy,
  estimateAccuracy,
  type Held,
  type MovedDate,
  medianOf,
  outcomeOf,
  type SlipReason,
  slipDays,
  slipReasons,
} from "./tracking/retrospective.ts";
export { type MilestoneSlip, type Slip, slip, slipSince } from "./tracking/slip.ts";
export type { TrendClass } from "./tracking/trend-class.ts";
export type { TrendLink } from "./tracking/trend-leader.ts";
export { byUrgency, glanceOf, needsSomebody } from "./urgency.ts";
export { earlyWarnings, isInHealth } from "./warnings/early-warnings.ts";
export {
  type EarlyWarning,
  type Predecessor,
  type ReviewFacts,
  WARNING_CODES,
  type WarningCode,
  type WarningFact,
  type WarningFacts,
  type WarningMilestone,
  type WarningStep,
  type WorkLeft,
} from "./warnings/warning.ts";
export { type Remedy, type WhyHealth, type WhyReason, whyHealth } from "./why-health.ts";
