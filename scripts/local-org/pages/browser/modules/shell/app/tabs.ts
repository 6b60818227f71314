// Items of the navigation bar: where they lead and how they are called.
import type { Tab } from '../../../../site.ts';
import { addressOf } from '../../../page-address.ts';
import { word } from '../../../session.ts';

export function tabAddress(tab: Tab): string {
  return tab.kind === 'object'
    ? addressOf({ type: 'standard__objectPage', attributes: { objectApiName: tab.objectApiName, actionName: 'list' } })
    : addressOf({ type: 'standard__navItemPage', attributes: { apiName: tab.name } });
}

/** `objectLabels`: plural labels by object, as far as they are known yet. */
export function tabLabel(tab: Tab, objectLabels: ReadonlyMap<string, string>): string {
  return tab.kind === 'object' ? (objectLabels.get(tab.objectApiName) ?? '') : word(`tab.${tab.name}`, tab.label);
}
