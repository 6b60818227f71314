// A dashboard: its components on the grid that they were laid out on, below one another on a phone; each leads to its report.
import { LightningElement, api } from 'lwc';
import hiddenReport from '@salesforce/label/c.State_No_Permission_Title';
import emptyReport from '@salesforce/label/shell.Empty_Report';
import dashboards from '@salesforce/label/shell.Dashboards';
import { followLink } from '../../../follow-link.ts';
import { stateAfter, type LoadState } from '../../../load-state.ts';
import { chartData, type ReportResult } from '../../../report-result.ts';
import { request } from '../../../request.ts';

interface Component {
  readonly id: string;
  readonly componentData: number;
  readonly header: string;
  readonly reportId: string;
  readonly properties: {
    readonly aggregates: readonly { readonly name: string }[];
    readonly groupings: readonly { readonly name: string }[];
    readonly visualizationType: string;
  };
}
interface Place {
  readonly column: number;
  readonly row: number;
  readonly colspan: number;
  readonly rowspan: number;
}
interface Dashboard {
  readonly componentData: readonly { readonly reportResult: ReportResult | null }[];
  readonly dashboardMetadata: {
    readonly name: string;
    readonly description: string | null;
    readonly components: readonly Component[];
    readonly layout: { readonly numColumns: number; readonly components: readonly Place[] };
  };
}

export default class DashboardPage extends LightningElement {
  @api recordId = '';

  labels = { dashboards, emptyReport, hiddenReport };
  dashboard: Dashboard | undefined;
  state: LoadState = { kind: 'loading' };

  override connectedCallback(): void {
    void this.load();
  }

  get name(): string {
    return this.dashboard?.dashboardMetadata.name ?? '';
  }
  get description(): string {
    return this.dashboard?.dashboardMetadata.description ?? '';
  }
  get tiles(): readonly object[] {
    const { componentData = [], dashboardMetadata } = this.dashboard ?? {};
    return (dashboardMetadata?.components ?? []).map((component, at) =>
      tileOf(component, componentData[component.componentData]?.reportResult ?? undefined, dashboardMetadata?.layout.components[at]),
    );
  }

  handleTryAgain(): void {
    void this.load();
  }
  handleLink(event: MouseEvent): void {
    followLink(event);
  }

  private async load(): Promise<void> {
    try {
      this.dashboard = (await request('GET', `/analytics/dashboards/${this.recordId}`)) as Dashboard;
      this.state = { kind: 'shown' };
      document.title = `${this.name} | ${document.title.split(' | ').at(-1) ?? ''}`;
    } catch (error) {
      this.state = stateAfter(error);
    }
  }
}

function tileOf(component: Component, result: ReportResult | undefined, place: Place | undefined): object {
  const { visualizationType: type, aggregates, groupings } = component.properties;
  const aggregate = aggregates[0]?.name ?? 'RowCount';
  const at = result?.reportMetadata.aggregates.indexOf(aggregate) ?? -1;
  const whole = result?.factMap['T!T']?.aggregates;
  // the org leaves out what the user may not see
  const isHidden = result === undefined;
  const isMetric = type === 'Metric' && !isHidden;
  const isEmpty = !isMetric && !isHidden && (whole?.at(-1)?.value ?? 0) === 0;
  return {
    id: component.id,
    name: component.header,
    href: `/lightning/r/Report/${component.reportId}/view`,
    type,
    isHidden,
    isMetric,
    isEmpty,
    isChart: !isMetric && !isEmpty && !isHidden,
    text: whole?.[at]?.label ?? '',
    // a share says what it is by its name alone
    measure: isMetric ? measureOf(result, aggregate) : '',
    data:
      result &&
      chartData(
        result,
        groupings.map(({ name }) => name),
        aggregate,
      ),
    className: type === 'Metric' ? 'tile tile_metric' : 'tile',
    style: place ? `grid-column: ${place.column + 1} / span ${place.colspan}; grid-row: ${place.row + 1} / span ${place.rowspan}` : '',
  };
}

/** What the number of a metric counts or sums up; nothing for formulas, whose label is their unit. */
function measureOf(result: ReportResult | undefined, aggregate: string): string {
  const label = result?.reportExtendedMetadata.aggregateColumnInfo[aggregate]?.label ?? '';
  return label === '%' ? '' : label;
}
