// A chart of a report, drawn with text that can be read: bars, columns, a line or a ring, each with its label and number.
import { LightningElement, api } from 'lwc';
import { arcsOf, fitsIn, largestOf, linePoints, shareOf } from '../../../chart-shapes.ts';
import type { ChartData, ChartGroup, ChartPart } from '../../../report-result.ts';

/** Colours of which neighbours differ in lightness too. */
const COLOURS = 10;

/** Chart types of reports and component types of dashboards by the shape that shows them. */
const SHAPES: Readonly<Record<string, 'bars' | 'columns' | 'line' | 'donut'>> = {
  HorizontalBar: 'bars',
  HorizontalBarStacked: 'bars',
  Bar: 'bars',
  BarStacked: 'bars',
  Funnel: 'bars',
  VerticalColumn: 'columns',
  VerticalColumnStacked: 'columns',
  Column: 'columns',
  ColumnStacked: 'columns',
  Line: 'line',
  Donut: 'donut',
};

interface Part {
  readonly key: string;
  readonly className: string;
  readonly style: string;
  readonly title: string;
  /** Its number, where there is room for it. */
  readonly number: string;
}

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly style: string;
  readonly fillClass: string;
  /** What the colours say, for whoever does not see them. */
  readonly spoken: string;
  readonly parts: readonly Part[];
}

export default class ReportChart extends LightningElement {
  @api data: ChartData = { groups: [], series: [] };
  /** Such as `HorizontalBar`, or the component type of a dashboard. */
  @api type = '';
  /** What the chart shows, for whoever does not see it. */
  @api label = '';

  private get shape(): string {
    return SHAPES[this.type] ?? 'bars';
  }
  get isBars(): boolean {
    return this.shape === 'bars';
  }
  get isColumns(): boolean {
    return this.shape === 'columns';
  }
  get isLine(): boolean {
    return this.shape === 'line';
  }
  get isDonut(): boolean {
    return this.shape === 'donut';
  }
  get hasSeries(): boolean {
    return this.data.series.length > 0 && (this.isBars || this.isColumns);
  }
  get legend(): readonly { readonly key: string; readonly label: string; readonly className: string }[] {
    return this.data.series.map((label, at) => ({ key: String(at), label, className: `dot ${colour(at)}` }));
  }

  get bars(): readonly Bar[] {
    return this.filled('inline-size');
  }
  get columns(): readonly Bar[] {
    return this.filled('block-size');
  }
  private filled(side: string): readonly Bar[] {
    const most = largestOf(this.data);
    const isFunnel = this.type === 'Funnel';
    return this.data.groups.map((group) => ({
      key: group.key,
      label: group.label,
      text: group.text,
      style: `${side}: ${shareOf(group.value, most)}%`,
      fillClass: isFunnel ? 'bar__fill bar__fill_middle' : 'bar__fill',
      spoken: group.parts.map((part) => `${this.data.series[part.series] ?? ''} ${part.text}`).join(', '),
      parts: partsOf(group, this.data.series, (part) => fitsIn(part.text, part.value, most, this.isColumns ? 'high' : 'wide')),
    }));
  }

  get polyline(): string {
    return linePoints(this.data)
      .points.map((point) => point.join(','))
      .join(' ');
  }
  /** The numbers of a line stand at its points. */
  get points(): readonly object[] {
    const { points } = linePoints(this.data);
    return this.data.groups.map(({ key, text }, at) => {
      const [x = 0, y = 0] = points[at] ?? [];
      return { key, text, style: `inset-inline-start: ${x}%; inset-block-start: ${y}%` };
    });
  }
  get zero(): string {
    return String(linePoints(this.data).zero);
  }

  get arcs(): readonly object[] {
    return arcsOf(this.data.groups).map((arc, at) => ({ ...arc, className: `arc ${colour(at)}` }));
  }
  get slices(): readonly object[] {
    return this.data.groups.map(({ key, label, text }, at) => ({ key, label, text, className: `dot ${colour(at)}` }));
  }
}

function colour(index: number): string {
  return `colour_${index % COLOURS}`;
}

/** A group without parts is one piece of the first colour. */
function partsOf(
  { key, value, label, text, parts }: ChartGroup,
  series: readonly string[],
  hasRoom: (part: ChartPart) => boolean,
): readonly Part[] {
  if (parts.length === 0) return [{ key, className: `part ${colour(0)}`, style: 'flex: 1', title: `${label}: ${text}`, number: '' }];
  return parts.map((part) => ({
    key: `${key} ${part.series}`,
    className: `part ${colour(part.series)}`,
    style: `flex: ${value > 0 ? part.value / value : 0}`,
    title: `${label}, ${series[part.series] ?? ''}: ${part.text}`,
    number: hasRoom(part) ? part.text : '',
  }));
}
