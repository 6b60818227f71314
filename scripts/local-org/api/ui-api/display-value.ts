// Values as the platform shows them to a user: dates, numbers and money by locale, picklist values by label.
import type { Value } from '../../../platform/record.ts';
import type { Field } from '../../metadata/schema.ts';

/** The org's currency and time zone. */
const CURRENCY = 'EUR';
const TIME_ZONE = 'Europe/Amsterdam';

const LOCALES: Readonly<Record<string, string>> = { nl_NL: 'nl-NL', en_US: 'en-US' };
/** `22-11-2026` and `11/22/2026`: Dutch days and months have two digits. */
const DAYS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  'nl-NL': { day: '2-digit', month: '2-digit', year: 'numeric' },
  'en-US': { day: 'numeric', month: 'numeric', year: 'numeric' },
};
type NumberStyle = 'currency' | 'percent' | 'decimal';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * The text that stands on a page for a value; null for what is shown as it is (text, ids, checkboxes) and for blanks.
 * `field` is of the schema in the user's language, so that picklist labels are translated. Date-times are shown in the org's zone.
 */
export function displayValue(value: Value, field: Field, language: string): string | null {
  if (value === null) return null;
  const locale = LOCALES[language] ?? 'en-US';
  switch (field.type) {
    case 'picklist':
      return label(field, String(value));
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((one) => label(field, one))
        .join(';');
    case 'date':
      return dayFormat(locale, 'UTC').format(new Date(`${String(value)}T00:00:00Z`));
    case 'datetime': {
      const instant = new Date(String(value));
      return dayFormat(locale, TIME_ZONE).format(instant) + (locale === 'nl-NL' ? ' ' : ', ') + timeFormat(locale).format(instant);
    }
    case 'currency':
      return numberFormat(locale, 'currency', field.scale).format(Number(value));
    case 'percent':
      return numberFormat(locale, 'percent', field.scale).format(Number(value) / 100);
    case 'double':
    case 'int':
      return numberFormat(locale, 'decimal', field.scale).format(Number(value));
    default:
      return null;
  }
}

/** A value that is no longer listed is its own label. */
function label(field: Field, value: string): string {
  return field.picklist?.values.find((one) => one.value === value)?.label ?? value;
}

function numberFormat(locale: string, style: NumberStyle, scale: number): Intl.NumberFormat {
  return remembered(numberFormats, `${locale} ${style} ${scale}`, () => {
    const currency = style === 'currency' ? { currency: CURRENCY } : {};
    return new Intl.NumberFormat(locale, { style, ...currency, minimumFractionDigits: scale, maximumFractionDigits: scale });
  });
}

function dayFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return remembered(dayFormats, `${locale} ${timeZone}`, () => new Intl.DateTimeFormat(locale, { ...DAYS[locale], timeZone }));
}

function timeFormat(locale: string): Intl.DateTimeFormat {
  return remembered(timeFormats, locale, () => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: TIME_ZONE }));
}

/** Formats are costly to make and cheap to use. */
function remembered<T>(made: Map<string, T>, key: string, make: () => T): T {
  let format = made.get(key);
  if (format === undefined) {
    format = make();
    made.set(key, format);
  }
  return format;
}
