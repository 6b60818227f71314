// Everything of reports and dashboards that an org is opened with, read from its metadata.
import { basename } from 'node:path';
import { readMetadataXml } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';
import type { Schema } from '../metadata/schema.ts';
import { activityReportType } from './activity-report-type.ts';
import { loadDashboards } from './load-dashboards.ts';
import { loadReports } from './load-reports.ts';
import { prepareReport } from './leaf-rows.ts';
import type { Analytics, AnalyticsFolder, AnalyticsWords } from './report-definition.ts';
import { loadReportTypes } from './report-types.ts';
import { whereClause } from './report-conditions.ts';

/** Throws MetadataRefusal naming file and element, and ApiError for filters and formulas that are not carried out. */
export function loadAnalytics(folders: readonly string[], schema: Schema): Analytics {
  const reportTypes = [...loadReportTypes(folders, schema), ...[activityReportType(schema) ?? []].flat()];
  const reports = loadReports(folders, reportTypes);
  for (const report of reports) {
    prepareReport(report);
    whereClause(report, '');
  }
  const words = new Map<string, AnalyticsWords>();
  return {
    reportTypes,
    folders: [...loadFolders(folders, 'Report'), ...loadFolders(folders, 'Dashboard')],
    reports,
    dashboards: loadDashboards(folders, reports),
    words(language) {
      const known = words.get(language) ?? readWords(folders, language);
      words.set(language, known);
      return known;
    },
  };
}

function loadFolders(folders: readonly string[], type: AnalyticsFolder['type']): readonly AnalyticsFolder[] {
  const ending = type === 'Report' ? '.reportFolder-meta.xml' : '.dashboardFolder-meta.xml';
  return packageFiles(folders, ending).map((file) => ({
    developerName: basename(file, ending),
    name: readMetadataXml(file, `${type}Folder`).required('name'),
    type,
  }));
}

const TRANSLATED = ['reports', 'dashboards', 'reportTypes'];

/** Names in a language (Metadata API, ReportTranslation and DashboardTranslation, API version 67.0 and later). */
function readWords(folders: readonly string[], language: string): AnalyticsWords {
  const found = new Map<string, { label?: string; description?: string }>();
  for (const file of packageFiles(folders, `${language}.translation-meta.xml`)) {
    const xml = readMetadataXml(file, 'Translations');
    for (const kind of TRANSLATED)
      for (const words of xml.all(kind)) {
        const [label, description] = [words.text('label'), words.text('description')];
        found.set(`${kind} ${words.required('name')}`, {
          ...(label === undefined ? {} : { label }),
          ...(description === undefined ? {} : { description }),
        });
      }
  }
  return found;
}
