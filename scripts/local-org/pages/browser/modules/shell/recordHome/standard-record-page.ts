// The page that Salesforce gives the records of an object for which nobody designed one.
import type { FlexiPage, PageComponent, PageTab } from '../../../../site.ts';

const component = (name: string): PageComponent => ({ identifier: name, name, properties: {} });
const tab = (name: string, body: string, isOpenAtStart: boolean): PageTab => ({
  ...{ name, isOpenAtStart },
  title: { text: `Standard.Tab.${name}` },
  components: [component(body)],
});

/** Highlights above its details and, where there are any, its related lists. */
export function standardRecordPage(hasRelatedLists: boolean): FlexiPage {
  const tabs = [
    tab('detail', 'force:detailPanel', true),
    ...(hasRelatedLists ? [tab('relatedLists', 'force:relatedListContainer', false)] : []),
  ];
  return {
    ...{ name: 'Standard', label: '', kind: 'RecordPage', template: 'flexipage:recordHomeTemplateDesktop' },
    regions: [
      { name: 'header', components: [component('force:highlightsPanel')] },
      { name: 'main', components: [{ ...component('flexipage:tabset'), tabs }] },
    ],
  };
}
