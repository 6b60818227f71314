// Field values as people read them.

export interface FieldText {
  readonly text: string;
  /** Where the value leads: a record, an address on the web, a mailbox, a telephone. */
  readonly link?: { readonly href: string; readonly isRecord: boolean };
}

export interface TextSetting {
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly yes: string;
  readonly no: string;
}

export interface ShownField {
  /** UI API's name of the type: `Currency`, `Date`, … */
  readonly dataType: string;
  readonly value: unknown;
  readonly displayValue?: string | null | undefined;
  /** The value is markup that a formula made: a link. */
  readonly isMarkup?: boolean;
  /** For references: the record that it points at. */
  readonly reference?: { readonly id: string; readonly objectApiName: string; readonly name: string } | undefined;
}

type Writer = (field: ShownField, setting: TextSetting) => FieldText;

const plain: Writer = ({ value, displayValue }) => ({ text: displayValue ?? String(value) });
const number =
  (options: (setting: TextSetting) => Intl.NumberFormatOptions): Writer =>
  ({ value }, setting) => ({ text: new Intl.NumberFormat(setting.locale, options(setting)).format(Number(value)) });

const WRITERS: Readonly<Record<string, Writer>> = {
  Boolean: ({ value }, { yes, no }) => ({ text: value === true ? yes : no }),
  Currency: number(({ currency }) => ({ style: 'currency', currency })),
  Double: number(() => ({})),
  Int: number(() => ({})),
  // percent fields hold 45 for 45 %
  Percent: ({ value }, { locale }) => ({
    text: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(Number(value) / 100),
  }),
  Date: ({ value }, { locale }) => ({
    text: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
      new Date(`${String(value)}T00:00:00Z`),
    ),
  }),
  DateTime: ({ value }, { locale, timeZone }) => ({
    text: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(String(value))),
  }),
  MultiPicklist: ({ value, displayValue }) => ({ text: (displayValue ?? String(value)).split(';').join(', ') }),
  Email: ({ value }) => ({ text: String(value), link: { href: `mailto:${String(value)}`, isRecord: false } }),
  Phone: ({ value }) => ({ text: String(value), link: { href: `tel:${String(value).replaceAll(' ', '')}`, isRecord: false } }),
  Url: ({ value }) => {
    const href = webAddress(String(value));
    return { text: String(value), ...(href ? { link: { href, isRecord: false } } : {}) };
  },
  Reference: ({ value, displayValue, reference }) =>
    reference
      ? { text: reference.name, link: { href: `/lightning/r/${reference.objectApiName}/${reference.id}/view`, isRecord: true } }
      : { text: displayValue ?? String(value) },
};

/** What HYPERLINK makes. */
const LINK = /^<a href="([^"]*)"[^>]*>([^<]*)<\/a>$/;

/** Undefined for a blank value. */
export function fieldText(field: ShownField, setting: TextSetting): FieldText | undefined {
  if (field.value === null || field.value === undefined || field.value === '') return undefined;
  const [, address, text] = (field.isMarkup && LINK.exec(String(field.value))) || [];
  if (address !== undefined && text !== undefined) return linkTo(address, text);
  return (WRITERS[field.dataType] ?? plain)(field, setting);
}

function linkTo(address: string, text: string): FieldText {
  const href = address.startsWith('/') ? address : webAddress(address);
  return { text, ...(href ? { link: { href, isRecord: href === address && href.startsWith('/') } } : {}) };
}

/** Only web addresses become links: a value such as `javascript:…` stays text. */
function webAddress(text: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}
