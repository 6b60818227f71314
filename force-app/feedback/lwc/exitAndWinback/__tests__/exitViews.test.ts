import { EXIT_VIEWS, isExitView, viewOrder, viewWhere } from '../exitViews';

const TODAY = '2026-11-22';

describe('exitViews', () => {
  it('divides what has not begun and may begin by its date: come, soon, later or unknown', () => {
    const dates = (view: 'due' | 'soon' | 'later'): readonly unknown[] => viewWhere(view, '', TODAY, 30).and.slice(2);
    expect(dates('due')).toEqual([{ Win_Back_Date__c: { lte: { value: TODAY } } }]);
    expect(dates('soon')).toEqual([{ Win_Back_Date__c: { gt: { value: TODAY } } }, { Win_Back_Date__c: { lte: { value: '2026-12-22' } } }]);
    expect(dates('later')).toEqual([{ or: [{ Win_Back_Date__c: { gt: { value: '2026-12-22' } } }, { Win_Back_Date__c: { eq: null } }] }]);
  });

  it('keeps every view to the account of the page', () => {
    for (const view of EXIT_VIEWS) expect(viewWhere(view, 'a1', TODAY, 30).and[0]).toEqual({ Account__c: { eq: 'a1' } });
    expect(viewWhere('all', '', TODAY, 30)).toEqual({ and: [] });
  });

  it('shows first what must be done first', () => {
    expect(Object.keys(viewOrder('due'))[0]).toBe('Win_Back_Date__c');
    expect(Object.keys(viewOrder('all'))[0]).toBe('Loss_Date__c');
    expect(isExitView('blocked')).toBe(true);
    expect(isExitView('other')).toBe(false);
  });
});
