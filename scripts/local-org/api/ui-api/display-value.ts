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
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

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
      return dateFormat(locale, { ...DAYS[locale], timeZone: 'UTC' }, `${String(value)}T00:00:00Z`);
    case 'datetime':
      return [
        dateFormat(locale, { ...DAYS[locale], timeZone: TIME_ZONE }, String(value)),
        dateFormat(locale, { timeStyle: 'short', timeZone: TIME_ZONE }, String(value)),
      ].join(locale === 'nl-NL' ? ' ' : ', ');
    case 'currency':
      return numberFormat(
        locale,
        { style: 'currency', currency: CURRENCY, minimumFractionDigits: field.scale, maximumFractionDigits: field.scale },
        Number(value),
      );
    case 'percent':
      return numberFormat(
        locale,
        { style: 'percent', minimumFractionDigits: field.scale, maximumFractionDigits: field.scale },
        Number(value) / 100,
      );
    case 'double':
    case 'int':
      return numberFormat(locale, { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale }, Number(value));
    default:
      return null;
  }
}

/** A value that is no longer listed is its own label. */
function label(field: Field, value: string): string {
  return field.picklist?.values.find((one) => one.value === value)?.label ?? value;
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions, value: number): string {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = formats.get(key) as Intl.NumberFormat | undefined;
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, options)));
  return format.format(value);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions, instant: string): string {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = formats.get(key) as Intl.DateTimeFormat | undefined;
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format.format(new Date(instant));
}
