// `@salesforce/...` modules that @salesforce/lightning-types does not declare.
declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}
declare module '@salesforce/schema/*' {
  const name: import('lightning/uiRecordApi').FieldId;
  export default name;
}
declare module '@salesforce/i18n/currency' {
  /** ISO 4217. */
  const currency: string;
  export default currency;
}
declare module '@salesforce/i18n/lang' {
  /** BCP 47. */
  const language: string;
  export default language;
}
declare module '@salesforce/i18n/locale' {
  /** BCP 47. */
  const locale: string;
  export default locale;
}
declare module '@salesforce/i18n/timeZone' {
  /** IANA name. */
  const timeZone: string;
  export default timeZone;
}
declare module '@salesforce/customPermission/*' {
  const isGranted: boolean | undefined;
  export default isGranted;
}
