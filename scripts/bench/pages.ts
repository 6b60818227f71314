// What people wait for on the pages: the bundle that is served, in a real browser.
import { markdownTable } from './table.ts';
import { measureTimeline } from './timeline-page.ts';

/** Prints what each page costs. */
export async function benchPages(): Promise<void> {
  const timeline = await measureTimeline();
  console.log(
    `\n${markdownTable(
      [`Timeline of an account with ${timeline.events.toLocaleString('en-US')} events`, 'script ms', 'layout ms', 'together'],
      timeline.views.map(({ view, script, layout }) => [view, script, layout, script + layout]),
    )}`,
  );
}
