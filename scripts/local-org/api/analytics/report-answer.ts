// The result of a report as the Analytics API writes it: groupings with keys, and a fact map (Reports and Dashboards REST API, "Execute Sync").
import { TIME_ZONE } from '../../engine/time-zone.ts';
import type { Org, Session } from '../../engine/org.ts';
import type { Field } from '../../metadata/schema.ts';
import { BLANK } from '../../reports/column-texts.ts';
import type { Group } from '../../reports/group-tree.ts';
import type { ResultRow } from '../../reports/leaf-rows.ts';
import { runReport, type ReportResult, type ReportSetting } from '../../reports/run-report.ts';
import type { Aggregate, Report } from '../../reports/report-definition.ts';
import { seenReport } from '../../reports/seen-report.ts';
import { displayValue } from '../ui-api/display-value.ts';
import type { FoundReport } from './found-analytics.ts';
import { reportExtendedMetadata, reportMetadata, type MetadataSetting } from './report-metadata.ts';

export function metadataSetting(org: Org, { language }: Session): MetadataSetting {
  return { schema: org.schema.inLanguage(language), language, words: org.analytics.words(language) };
}

/** The user's own, which need not be that of the language. */
function localeOf(org: Org, session: Session): string {
  const [user] = org.query(session, `SELECT LocaleSidKey FROM User WHERE Id = '${session.userId}'`).records;
  return String(user?.['LocaleSidKey'] ?? session.language);
}

function reportSetting(org: Org, session: Session): ReportSetting {
  return {
    schema: org.schema.inLanguage(session.language),
    language: session.language,
    locale: localeOf(org, session),
    display: displayValue,
    userId: session.userId,
    timeZone: TIME_ZONE,
    query: (soql) => org.query(session, soql).records as unknown as readonly ResultRow[],
  };
}

/** Runs a report for a user and writes it down. */
export function reportAnswer(stored: FoundReport, org: Org, session: Session, base: string, withDetails: boolean): object {
  const found = { ...stored, report: seenReport(stored.report, org.schema) };
  const { report } = found;
  const setting = metadataSetting(org, session);
  const texts = reportSetting(org, session);
  const result = runReport(report, texts, withDetails);
  return {
    attributes: reportAttributes(found, setting, base),
    allData: result.isWhole,
    factMap: factMap(report, result, texts.locale),
    groupingsAcross: { groupings: result.across.map(groupingOf) },
    groupingsDown: { groupings: result.down.map(groupingOf) },
    hasDetailRows: withDetails,
    reportExtendedMetadata: reportExtendedMetadata(report, setting),
    reportMetadata: reportMetadata(found, setting),
  };
}

export function reportAttributes({ report, id }: FoundReport, { words }: MetadataSetting, base: string): object {
  return {
    describeUrl: `${base}/analytics/reports/${id}/describe`,
    instancesUrl: `${base}/analytics/reports/${id}/instances`,
    reportId: id,
    reportName: words.get(`reports ${report.fullName}`)?.label ?? report.name,
    type: 'Report',
  };
}

function groupingOf({ key, value, label, groups }: Group): object {
  return { groupings: groups.map(groupingOf), key, label, value };
}

function factMap(report: Report, { facts }: ReportResult, locale: string): object {
  return Object.fromEntries(
    [...facts].map(([key, { aggregates, rows }]) => [
      key,
      {
        aggregates: aggregates.map((value, at) => ({ label: aggregateText(value, report.aggregates[at], locale), value })),
        ...(rows.length > 0 ? { rows: rows.map((cells) => ({ dataCells: cells })) } : {}),
      },
    ]),
  );
}

/** Averages have two decimals at least, as reports of the platform show them. */
function aggregateText(value: number | null, aggregate: Aggregate | undefined, locale: string): string {
  if (value === null || !aggregate) return BLANK;
  return (
    displayValue(
      aggregate.kind === 'formula' && aggregate.formula.type === 'percent' ? value * 100 : value,
      likeField(aggregate),
      locale,
    ) ?? String(value)
  );
}

function likeField(aggregate: Aggregate): Field {
  if (aggregate.kind === 'count') return fieldLike('int', 0);
  if (aggregate.kind === 'formula')
    return fieldLike(aggregate.formula.type === 'number' ? 'double' : aggregate.formula.type, aggregate.formula.scale);
  const { type } = aggregate.column;
  return fieldLike(
    type === 'boolean' || type === 'int' ? 'double' : type,
    aggregate.summary === 'Average' ? 2 : type === 'currency' ? 2 : 0,
  );
}

/** As much of a field as its display needs. */
function fieldLike(type: Field['type'], scale: number): Field {
  return { type, scale } as Field;
}
