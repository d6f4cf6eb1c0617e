import type { WeekView } from "./week.ts";

const DAY: WeekView[number] = [[540, 1020]];

/** Monday to Friday, nine to five. */
export const USUAL_WEEK: WeekView = [DAY, DAY, DAY, DAY, DAY, [], []];

const EURO = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK MC SM VA AD ME XK";
const CURRENCIES: Record<string, string> = {
  AE: "AED",
  AR: "ARS",
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CN: "CNY",
  CO: "COP",
  CZ: "CZK",
  DK: "DKK",
  EG: "EGP",
  GB: "GBP",
  HK: "HKD",
  HU: "HUF",
  ID: "IDR",
  IL: "ILS",
  IN: "INR",
  IS: "ISK",
  JP: "JPY",
  KE: "KES",
  KR: "KRW",
  LI: "CHF",
  MA: "MAD",
  MX: "MXN",
  MY: "MYR",
  NG: "NGN",
  NO: "NOK",
  NZ: "NZD",
  PE: "PEN",
  PH: "PHP",
  PK: "PKR",
  PL: "PLN",
  RO: "RON",
  RS: "RSD",
  SA: "SAR",
  SE: "SEK",
  SG: "SGD",
  TH: "THB",
  TR: "TRY",
  TW: "TWD",
  UA: "UAH",
  US: "USD",
  UY: "UYU",
  VN: "VND",
  ZA: "ZAR",
};
const COUNTRIES = [...EURO.split(" "), ...Object.keys(CURRENCIES)];

/** Country and currency that a time zone suggests; both can be changed in the settings. */
export function placeOf(zone: string): { country: string | null; currency: string } {
  const country = COUNTRIES.find((code) => zonesOf(code).includes(zone)) ?? null;
  return {
    country,
    currency: (country && CURRENCIES[country]) || (zone.startsWith("America/") ? "USD" : "EUR"),
  };
}

function zonesOf(country: string): readonly string[] {
  // A method in newer engines, a property in older ones.
  const locale = new Intl.Locale("und", { region: country }) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?(): string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
