import { stageGroups, type Stage, type StageName } from '../funnelStages';

const stage = (id: string, order: number): Stage => ({ id, name: id, order, targetDays: null, maximumDays: null });
const STAGES = [stage('Care', 4), stage('Suspect', 1), stage('Prospect', 2)];
const NAMES: readonly StageName[] = [
  { vocabularyId: 'v', stageId: 'Suspect', name: 'Acquisition', order: 1 },
  { vocabularyId: 'v', stageId: 'Prospect', name: 'Acquisition', order: 1 },
  { vocabularyId: 'w', stageId: 'Care', name: 'Action', order: 1 },
];

describe('funnelStages', () => {
  it('shows our own stages in their order', () => {
    expect(stageGroups(STAGES, NAMES, '').map(({ name, detail }) => [name, detail])).toEqual([
      ['Suspect', ''],
      ['Prospect', ''],
      ['Care', ''],
    ]);
  });

  it('makes one row of stages that a vocabulary calls the same, and leaves out none', () => {
    expect(stageGroups(STAGES, NAMES, 'v').map(({ name, detail }) => [name, detail])).toEqual([
      ['Acquisition', 'Suspect, Prospect'],
      ['Care', ''],
    ]);
    expect(stageGroups(STAGES, NAMES, 'w').map(({ name }) => name)).toEqual(['Action', 'Suspect', 'Prospect']);
  });
});
