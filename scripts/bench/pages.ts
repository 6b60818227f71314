// What people wait for on the pages: the bundle that is served, in a real browser.
import { markdownTable } from './table.ts';
import { measureTimeline } from './timeline-page.ts';
import { measureWorklist } from './worklist-page.ts';

/** Prints what each page costs: the timeline of one busy account, then lists and figures over many contracts. */
export async function benchPages(contracts: number): Promise<void> {
  const timeline = await measureTimeline();
  console.log(
    `\n${markdownTable(
      [`Timeline of an account with ${timeline.events.toLocaleString('en-US')} events`, 'script ms', 'layout ms', 'together'],
      timeline.views.map(({ view, script, layout }) => [view, script, layout, script + layout]),
    )}`,
  );
  const waits = await measureWorklist(contracts);
  console.log(
    `\n${markdownTable(
      [`Waiting on the pages of ${contracts.toLocaleString('en-US')} contracts`, 'median ms', 'worst ms'],
      waits.map(({ what, median, worst }) => [what, Math.round(median), Math.round(worst)]),
    )}`,
  );
}
