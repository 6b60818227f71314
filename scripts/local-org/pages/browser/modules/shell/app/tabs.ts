// Items of the navigation bar: where they lead and how they are called.
import type { Tab } from '../../../../site.ts';
import dashboards from '@salesforce/label/shell.Dashboards';
import home from '@salesforce/label/shell.Home';
import reports from '@salesforce/label/shell.Reports';
import { addressOf } from '../../../page-address.ts';
import { request } from '../../../request.ts';
import { word } from '../../../session.ts';

export function tabAddress(tab: Tab): string {
  if (tab.kind === 'home') return addressOf({ type: 'standard__namedPage', attributes: { pageName: 'home' } });
  return tab.kind === 'object' || tab.kind === 'analytics'
    ? addressOf({ type: 'standard__objectPage', attributes: { objectApiName: tab.objectApiName, actionName: 'list' } })
    : addressOf({ type: 'standard__navItemPage', attributes: { apiName: tab.name } });
}

/** `objectLabels`: plural labels by object, as far as they are known yet. */
export function tabLabel(tab: Tab, objectLabels: ReadonlyMap<string, string>): string {
  if (tab.kind === 'home') return home;
  if (tab.kind === 'analytics') return tab.objectApiName === 'Report' ? reports : dashboards;
  return tab.kind === 'object' ? (objectLabels.get(tab.objectApiName) ?? '') : word(`tab.${tab.name}`, tab.label);
}

interface InfoBatch {
  readonly results: readonly { readonly statusCode: number; readonly result: { readonly labelPlural?: string } }[];
}

/** Plural labels by object, in one request; an object that the user may not see has none. */
export async function objectLabels(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const { results } = (await request('GET', `/ui-api/object-info/batch/${names.join(',')}`)) as InfoBatch;
  return new Map(
    names.flatMap((name, index) => {
      const label = results[index]?.result.labelPlural;
      return label === undefined ? [] : [[name, label] as const];
    }),
  );
}
