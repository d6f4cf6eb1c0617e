import { type I18n, setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { GERMAN } from "./german.ts";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** An English text of ours; its German twin stands in `german/`. */
export type Message = keyof typeof GERMAN;

export interface Say {
  /** The text in this person's language; `{name}` and ICU plurals are filled in. */
  (message: Message, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
  /** "Fri 12 Jun", with the year where it is not this one. */
  day(on: string, today?: string): string;
  /** "Fri 12 Jun, 14:32", in a time zone. */
  moment(at: Date, zone: string): string;
  money(minor: number, currency: string): string;
}

const LOCALES = { en: "en-GB", de: "de-DE" } as const;

const inEnglish = setupI18n({ locale: "en", messages: { en: {} } });
inEnglish.setMessagesCompiler(compileMessage);
const german = Object.fromEntries(Object.entries(GERMAN).map(([key, text]) => [key, compileMessage(text)]));
const TONGUES: Record<Language, I18n> = {
  en: inEnglish,
  de: setupI18n({ locale: "de", messages: { de: german } }),
};

function languageOf(wanted: string): Language {
  return LANGUAGES.find((one) => one === wanted) ?? "en";
}

export function sayIn(wanted: string): Say {
  const language = languageOf(wanted);
  const tongue = TONGUES[language];
  const locale = LOCALES[language];
  const text = (message: Message, values: Readonly<Record<string, string | number>> = {}) =>
    tongue._(message, values);
  return Object.assign(text, {
    language,
    day: (on: string, today?: string) => dayText(on, today, locale),
    moment: (at: Date, zone: string) =>
      unabbreviated(
        new Intl.DateTimeFormat(locale, {
          weekday: "short",
          day: "numeric",
          month: "short",
          hour: "2-digit",
          minute: "2-digit",
          timeZone: zone,
        }).formatToParts(at),
      ),
    money: (minor: number, currency: string) => moneyText(minor, currency, locale),
  });
}

/** A civil date has no zone: it is read and written as the same day of UTC. */
function dayText(on: string, today: string | undefined, locale: string): string {
  const year = on.slice(0, 4) === today?.slice(0, 4) ? {} : { year: "numeric" as const };
  const words = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC", ...year } as const;
  const parts = new Intl.DateTimeFormat(locale, words).formatToParts(new Date(`${on}T00:00:00Z`));
  const text = unabbreviated(parts);
  return locale === LOCALES.en ? text.replace(",", "") : text;
}

/** "Fr, 4. Dez" and not "Fr., 4. Dez.": the stop would stand beside that of the sentence. */
function unabbreviated(parts: readonly Intl.DateTimeFormatPart[]): string {
  const bare = ({ type, value }: Intl.DateTimeFormatPart) =>
    type === "month" || type === "weekday" ? value.replace(/\.$/, "") : value;
  return parts.map(bare).join("");
}

function moneyText(minor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  const whole = minor % 10 ** maximumFractionDigits === 0;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    ...(whole ? { minimumFractionDigits: 0 } : {}),
  }).format(minor / 10 ** maximumFractionDigits);
}
