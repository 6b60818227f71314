// The values of `@salesforce/i18n/...` for a user, from the locale data that the browser has.

/** Letters of a date pattern as the base components write it, for the parts that Intl gives. */
const PATTERN = { day: ['d', 'dd'], month: ['M', 'MM', 'MMM', 'MMMM'], year: ['yyyy'] } as const;

/** `language` and `locale` as User has them (`nl_NL`), `timeZone` an IANA name. Amounts are in the one currency of the local org. */
export function localeSettings(language: string, locale: string, timeZone: string): Readonly<Record<string, unknown>> {
  const tag = locale.replaceAll('_', '-');
  const number = new Intl.NumberFormat(tag).formatToParts(-1234567.8);
  const part = (type: Intl.NumberFormatPartTypes): string | undefined => number.find((found) => found.type === type)?.value;
  return {
    lang: language.replaceAll('_', '-'),
    locale: tag,
    timeZone,
    currency: 'EUR',
    'number.currencySymbol': '€',
    'number.decimalSeparator': part('decimal'),
    'number.groupingSeparator': part('group'),
    firstDayOfWeek: firstDayOfWeek(tag),
    'dateTime.shortDateFormat': pattern(tag, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    'dateTime.mediumDateFormat': pattern(tag, { day: 'numeric', month: 'short', year: 'numeric' }),
    'dateTime.longDateFormat': pattern(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
    'dateTime.shortTimeFormat': isTwelveHour(tag) ? 'h:mm a' : 'HH:mm',
    'dateTime.mediumTimeFormat': isTwelveHour(tag) ? 'h:mm:ss a' : 'HH:mm:ss',
  };
}

function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(new Date(2026, 4, 9));
  return parts.map(({ type, value }) => letters(type, value, options) ?? (/[a-z]/i.test(value) ? `'${value}'` : value)).join('');
}

function letters(type: string, value: string, options: Intl.DateTimeFormatOptions): string | undefined {
  if (type === 'day') return PATTERN.day[value.length - 1];
  if (type === 'year') return PATTERN.year[0];
  if (type !== 'month') return undefined;
  if (options.month === 'short') return PATTERN.month[2];
  return options.month === 'long' ? PATTERN.month[3] : PATTERN.month[value.length - 1];
}

function isTwelveHour(locale: string): boolean {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ?? false;
}

/** 1 = Sunday, as the platform counts. */
function firstDayOfWeek(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { readonly firstDay: number } };
  const monday = 1;
  return ((info.getWeekInfo?.().firstDay ?? monday) % 7) + 1;
}
