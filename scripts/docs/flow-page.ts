// The page about the flows of one package folder, and the page that lists them all.
import type { FlowStory } from './flow-story.ts';
import { flowPicture } from './flow-picture.ts';

export const GENERATED = '<!-- Written by `npm run docs` from the metadata: change that, not this. -->';

/** Flows of a folder by the moment at which they run. */
export interface FlowFolder {
  readonly name: string;
  readonly stories: readonly FlowStory[];
}

export function flowPage({ name, stories }: FlowFolder, everybody: readonly FlowStory[]): string {
  return [
    GENERATED,
    '',
    `# Flows of ${name}`,
    '',
    `${stories.length} flows of \`force-app/${name}\`. In the pictures: blue reads or writes records, yellow decides, red refuses the save; dotted arrows are taken when a step fails.`,
    '',
    ...stories.map((story) => `- [${story.label}](#${story.name.toLowerCase()})`),
    ...stories.flatMap((story) => ['', ...section(story, everybody)]),
    '',
  ].join('\n');
}

function section(story: FlowStory, everybody: readonly FlowStory[]): readonly string[] {
  const { name, label, said, moment, condition, written, deleted, calls, refusals, faults, graph } = story;
  const callers = everybody.filter((other) => other.calls.includes(name)).map((other) => other.label);
  const writes = [...written].map(([object, fields]) => `${object}${fields.size > 0 ? ` (${[...fields].join(', ')})` : ''}`);
  const row = (head: string, text: string): string => `| **${head}** | ${text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')} |`;
  return [
    `<a id="${name.toLowerCase()}"></a>`,
    '',
    `## ${label}`,
    '',
    `\`${name}\` · Setup > Flows > ${label}`,
    '',
    '| | |',
    '| --- | --- |',
    row('Starts', `${sentence(moment)}${condition ? ` Only where ${condition}.` : ''}`),
    row('Does', sentence(said.does)),
    ...(said.writes ? [row('Writes', sentence(said.writes))] : []),
    ...(writes.length > 0 ? [row('Records and fields', writes.join('; '))] : []),
    ...(deleted.length > 0 ? [row('Deletes', deleted.join('; '))] : []),
    ...(calls.length > 0 ? [row('Calls', calls.map((flow) => `\`${flow}\``).join(', '))] : []),
    ...(callers.length > 0 ? [row('Called by', callers.join('; '))] : []),
    ...(refusals.length > 0 ? [row('May refuse with', refusals.map((text) => `“${text}”`).join('<br/>'))] : []),
    row(
      'When a step fails',
      faults.length === 0
        ? 'No step reads or writes records.'
        : faults.map(({ then, steps }) => `${steps.join(', ')}: ${then}.`).join('<br/>'),
    ),
    '',
    '```mermaid',
    flowPicture(graph, moment),
    '```',
  ];
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? '' : '.'}`;
}

export function flowIndex(folders: readonly FlowFolder[]): string {
  const count = folders.reduce((sum, { stories }) => sum + stories.length, 0);
  return [
    GENERATED,
    '',
    '# What runs by itself',
    '',
    `${count} flows, and no other automation: no Apex, no triggers, no workflow. Each is listed with the moment at which it starts; its page tells what it reads, writes and refuses, with a picture.`,
    '',
    'A flow before the save changes the record that is being saved. A flow after the save changes other records. Daily flows run at night, in batches of 200.',
    'What fails at night is listed in the tab _Flow Faults_; in production see [how flows are activated](../your-org.md#flows-in-production).',
    ...folders.flatMap(({ name, stories }) => [
      '',
      `## [${name}](${name}.md)`,
      '',
      '| flow | starts |',
      '| --- | --- |',
      ...stories.map((story) => `| [${story.label}](${name}.md#${story.name.toLowerCase()}) | ${story.moment} |`),
    ]),
    '',
  ].join('\n');
}
