// The utility bar of the application: buttons at the foot of the window, each of which opens one component above it.
import { LightningElement, api } from 'lwc';
import site from 'pages:site';
import closeUtility from '@salesforce/label/shell.Close_Utility';
import utilities from '@salesforce/label/shell.Utilities';
import { fillLabel } from 'c/labelText';
import type { PageComponent } from '../../../../site.ts';

interface Utility extends PageComponent {
  readonly label: string;
  readonly icon: string;
  readonly isOpen: boolean;
  readonly expanded: 'true' | 'false';
  readonly buttonClass: string;
  readonly panelClass: string;
  readonly panelStyle: string;
  readonly closeLabel: string;
  readonly isLoaded: boolean;
}

/** Properties that are the bar's own; all others are the component's. */
const DECORATORS = new Set(['label', 'icon', 'height', 'width', 'eager', 'scrollable']);

export default class UtilityBar extends LightningElement {
  /** Name of the FlexiPage. */
  @api pageName: string | undefined;

  labels = { utilities };
  openName: string | undefined;
  /** What was opened once stays loaded, so that nothing typed in it is lost. */
  loaded: readonly string[] = [];

  private get components(): readonly PageComponent[] {
    return site.pages.find(({ name }) => name === this.pageName)?.regions.flatMap(({ components }) => components) ?? [];
  }
  get utilities(): readonly Utility[] {
    return this.components.map((component) => {
      const isOpen = component.identifier === this.openName;
      const setting = (name: string, otherwise: string): string => String(component.properties[name] ?? otherwise);
      const label = setting('label', component.name);
      return {
        ...component,
        properties: Object.fromEntries(Object.entries(component.properties).filter(([name]) => !DECORATORS.has(name))),
        label,
        icon: `utility:${setting('icon', 'fallback').replace(/^utility:/, '')}`,
        isOpen,
        expanded: isOpen ? 'true' : 'false',
        buttonClass: isOpen ? 'slds-button slds-utility-bar__action slds-is-active' : 'slds-button slds-utility-bar__action',
        panelClass: isOpen ? 'panel slds-utility-panel slds-grid slds-grid_vertical slds-is-open' : 'panel slds-hide',
        panelStyle: `width: ${pixels(setting('width', '340'))}; height: ${pixels(setting('height', '480'))}`,
        closeLabel: fillLabel(closeUtility, label),
        isLoaded: this.loaded.includes(component.identifier),
      };
    });
  }

  handleButton(event: Event): void {
    const name = nameOf(event);
    this.openName = this.openName === name ? undefined : name;
    if (name && !this.loaded.includes(name)) this.loaded = [...this.loaded, name];
  }
  handleClose(event: Event): void {
    this.close(nameOf(event));
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close(nameOf(event));
  }

  private close(name: string | undefined): void {
    this.openName = undefined;
    this.template?.querySelector<HTMLElement>(`button[data-name="${name}"]`)?.focus();
  }
}

function nameOf(event: Event): string | undefined {
  return (event.currentTarget as HTMLElement).dataset['name'];
}
function pixels(text: string): string {
  return /^\d+$/.test(text) ? `${text}px` : '340px';
}
