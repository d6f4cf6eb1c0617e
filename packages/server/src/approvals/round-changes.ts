import type { Say } from "../words/say.ts";
import type { ApprovalSnapshotView } from "./approval-snapshot.view.ts";
import { priceText } from "./price-text.ts";

/** What is different since the round before, in lines that anybody can check. */
export function roundChanges(say: Say, before: ApprovalSnapshotView, now: ApprovalSnapshotView): string[] {
  return [
    ...milestoneChanges(say, before.milestone, now.milestone),
    ...offerChanges(say, before, now),
    ...fileChanges(say, before, now),
  ];
}

type FrozenMilestone = ApprovalSnapshotView["milestone"];

function milestoneChanges(say: Say, before: FrozenMilestone, now: FrozenMilestone): string[] {
  if (!before || !now) return [];
  const day = (on: string | null) => (on === null ? say("no date") : say.day(on));
  const known = new Map(before.criteria.map((one) => [one.id, one]));
  const left = new Set(now.criteria.map(({ id }) => id));
  return [
    ...(before.title === now.title ? [] : [`${before.title} → ${now.title}`]),
    ...(before.outcome === now.outcome ? [] : [say("The outcome is worded anew.")]),
    ...(before.targetOn === now.targetOn
      ? []
      : [say("Date: {from} → {to}", { from: day(before.targetOn), to: day(now.targetOn) })]),
    ...now.criteria.flatMap(({ id, text, answer }) => {
      const old = known.get(id);
      if (!old) return [say("New condition: {text}", { text })];
      if (old.text !== text) return [say("Worded anew: {text}", { text })];
      return old.answer !== answer && answer === "met" ? [say("Done now: {text}", { text })] : [];
    }),
    ...before.criteria
      .filter(({ id }) => !left.has(id))
      .map(({ text }) => say("No longer a condition: {text}", { text })),
  ];
}

function offerChanges(say: Say, before: ApprovalSnapshotView, now: ApprovalSnapshotView): string[] {
  const [old, offer] = [before.change, now.change];
  if (!old || !offer) return [];
  const price = (minor: number) => priceText(say, minor, now.project.currency);
  const was = new Map(old.dates.map((one) => [one.milestoneId, one.after]));
  const is = new Set(offer.dates.map(({ milestoneId }) => milestoneId));
  return [
    ...(old.offer === offer.offer ? [] : [say("What it adds is worded anew.")]),
    ...offer.dates.flatMap(({ milestoneId, title, before: from, after }) => {
      const then = was.get(milestoneId) ?? from;
      return then === after ? [] : [`${title}: ${say.day(then)} → ${say.day(after)}`];
    }),
    ...old.dates
      .filter(({ milestoneId }) => !is.has(milestoneId))
      .map(({ title, after, before: back }) => `${title}: ${say.day(after)} → ${say.day(back)}`),
    ...(old.priceMinor === offer.priceMinor
      ? []
      : [say("Price: {from} → {to}", { from: price(old.priceMinor), to: price(offer.priceMinor) })]),
  ];
}

function fileChanges(say: Say, before: ApprovalSnapshotView, now: ApprovalSnapshotView): string[] {
  const old = new Map(before.files.map((file) => [file.name, file.sha256]));
  const names = new Set(now.files.map(({ name }) => name));
  return [
    ...now.files.flatMap(({ name, sha256 }) => {
      if (!old.has(name)) return [say("New file: {name}", { name })];
      return old.get(name) === sha256 ? [] : [say("New version of {name}", { name })];
    }),
    ...before.files
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => say("No longer with it: {name}", { name })),
  ];
}
