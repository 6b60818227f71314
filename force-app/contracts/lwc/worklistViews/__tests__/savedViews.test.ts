import { savedViews, viewChanges, type SavedView } from '../savedViews';

const node = (Id: string, OwnerId: string, isDefault: boolean, Filters__c: string | null = '{"window":"open"}') => ({
  node: {
    Id,
    Name: { value: `View ${Id}` },
    Filters__c: { value: Filters__c },
    Is_Shared__c: { value: true },
    Is_Default__c: { value: isDefault },
    OwnerId: { value: OwnerId },
    CreatedBy: { Name: { value: 'Noor' } },
  },
});

describe('saved views', () => {
  it('put the own ones first, and do not take the default of a colleague for the own', () => {
    const views = savedViews({ edges: [node('1', '005other', true), node('2', '005me', true)] }, '005me');
    expect(views.map(({ id, isOwn, isDefault }) => [id, isOwn, isDefault])).toEqual([
      ['2', true, true],
      ['1', false, false],
    ]);
    expect(views[0]?.filters).toEqual({ window: 'open' });
  });

  it('survive filters that nobody understands any more', () => {
    expect(savedViews({ edges: [node('1', '005me', false, 'gone')] }, '005me')[0]?.filters).toEqual({});
    expect(savedViews(undefined, '005me')).toEqual([]);
  });

  it('have one default: a new one takes the place of the old', () => {
    const views = savedViews({ edges: [node('1', '005me', true)] }, '005me') as SavedView[];
    expect(viewChanges(undefined, { Name: 'New', Is_Default__c: true }, views)).toEqual([
      { kind: 'create', object: 'Worklist_View__c', fields: { Name: 'New', Is_Default__c: true } },
      { kind: 'update', object: 'Worklist_View__c', id: '1', fields: { Is_Default__c: false } },
    ]);
    expect(viewChanges('1', { Is_Default__c: true }, views)).toHaveLength(1);
  });
});
