// Reads one application: its navigation items, the pages that it puts in the place of standard ones, its utility bar.
import type { XmlElement } from '../local-org/metadata/metadata-xml.ts';
import type { Application, FormFactor, Tab } from '../local-org/pages/site.ts';

/** The tabs of reports and dashboards, as applications write them. */
const ANALYTICS_TABS: Readonly<Record<string, 'Report' | 'Dashboard'>> = { 'standard-report': 'Report', 'standard-Dashboard': 'Dashboard' };
const STANDARD_TAB = /^standard-(.+)$/;
const HOME = 'standard-home';
/** Icons of the objects that have a tab of Salesforce's own. */
const STANDARD_ICONS: Readonly<Record<string, string>> = {
  Account: 'standard:account',
  Campaign: 'standard:campaign',
  Contact: 'standard:contact',
  Opportunity: 'standard:opportunity',
  Task: 'standard:task',
};

/** `tabs`: the package's own, by name. Throws for tabs that are nowhere and for overrides that the local pages do not have. */
export function readApplication(name: string, file: XmlElement, tabs: ReadonlyMap<string, XmlElement>): Application {
  const overrides = file.all('actionOverrides').map((override) => readOverride(override));
  if (file.names.includes('profileActionOverrides'))
    throw new Error(`${file.file} assigns pages by profile, which the local pages do not have: its users differ by permission set.`);
  const utilityBar = file.text('utilityBar');
  const home = overrides.find(({ action }) => action === 'Tab');
  return {
    name,
    label: file.required('label'),
    description: file.text('description') ?? '',
    tabs: file.texts('tabs').map((tab) => readTab(tab, tabs.get(tab))),
    ...(home ? { homePage: home.page } : {}),
    recordPages: overrides
      .filter(({ action }) => action === 'View')
      .map(({ page, formFactor, target }) => ({ page, formFactor, objectApiName: target })),
    ...(utilityBar ? { utilityBar } : {}),
  };
}

interface Override {
  readonly action: string;
  readonly page: string;
  readonly target: string;
  readonly formFactor: FormFactor;
}

/** A page in the place of a record's page or of the home page; anything else is refused by name. */
function readOverride(override: XmlElement): Override {
  const [action, target] = [override.required('actionName'), override.required('pageOrSobjectType')];
  const isKnown = action === 'View' || (action === 'Tab' && target === HOME);
  const formFactor = override.text('formFactor');
  if (!isKnown || override.text('type') !== 'Flexipage' || (formFactor !== 'Large' && formFactor !== 'Small'))
    throw new Error(`${override.file} overrides ${action} of ${target} in a way that the local pages do not have.`);
  return { action, target, page: override.required('content'), formFactor };
}

function readTab(name: string, file: XmlElement | undefined): Tab {
  if (name === HOME) return { kind: 'home', name };
  const analytics = ANALYTICS_TABS[name];
  if (analytics) return { kind: 'analytics', name, objectApiName: analytics };
  const standard = STANDARD_TAB.exec(name)?.[1];
  if (standard) return { kind: 'object', name, objectApiName: standard, icon: STANDARD_ICONS[standard] ?? 'standard:record' };
  if (!file) throw new Error(`The application names the tab ${name}, which is not in force-app.`);
  const icon = iconOf(file.text('motif'));
  if (file.text('customObject') === 'true') return { kind: 'object', name, objectApiName: name, icon };
  const label = file.required('label');
  const [page, component] = [file.text('flexiPage'), file.text('lwcComponent')];
  if (page) return { kind: 'page', name, label, page, icon };
  if (component) return { kind: 'component', name, label, component, icon };
  throw new Error(`${file.file} is a kind of tab that the local pages do not have.`);
}

/** `Custom57: Building Block` → `custom:custom57`. */
function iconOf(motif: string | undefined): string {
  const name = /^Custom\d+/.exec(motif ?? '')?.[0];
  return name ? `custom:${name.toLowerCase()}` : 'standard:record';
}
