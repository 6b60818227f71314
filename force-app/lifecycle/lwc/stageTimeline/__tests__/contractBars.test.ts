import { assetBar, competitorContractBar, ownContractBar } from '../contractBars';
import { SETTING, day, told, value } from './testSetting';

const contract = (more: object): ReturnType<typeof competitorContractBar> =>
  competitorContractBar(
    {
      Id: 'c1',
      Competitor__r: { Id: 'p1', Name: value('Noordlicht Energie') },
      Product_Category__c: { value: 'Gas', displayValue: 'Gas (nl)' },
      Start_Date__c: value('2025-01-01'),
      End_Date__c: value('2026-12-31'),
      Status__c: value('Active'),
      ...more,
    },
    SETTING,
  );

describe('contracts with other providers', () => {
  it('tell the last day to give notice, and the time to approach before it', () => {
    const bar = contract({
      Decision_Date__c: value('2026-11-30'),
      Approach_Date__c: value('2026-10-01'),
      Notice_State__c: { value: 'Last Days', displayValue: 'Laatste dagen' },
      Decision_Reason__c: value('as the contract says'),
    });
    expect(bar).toMatchObject({
      shape: 'bar',
      from: day('2025-01-01'),
      until: day('2026-12-31'),
      decision: day('2026-11-30'),
      approachFrom: day('2026-10-01'),
      isOver: false,
      title: 'Noordlicht Energie',
      category: 'Gas',
    });
    expect(told(bar.sentence)).toBe('noticeBy Noordlicht Energie, Gas (nl) 2026-11-30');
    expect(bar.details.map(told)).toEqual([
      'runsFromUntil 2025-01-01 2026-12-31',
      'approachFrom 2026-10-01',
      'Laatste dagen',
      'as the contract says',
    ]);
  });

  it('that rolled over run on to their present end', () => {
    const bar = contract({
      End_Date__c: value('2025-12-31'),
      Current_End_Date__c: value('2027-12-31'),
      Decision_Date__c: value('2026-10-31'),
    });
    expect(bar).toMatchObject({ until: day('2027-12-31'), renewedFrom: day('2026-01-01') });
    expect(told(bar.sentence)).toBe('noticeWasBy Noordlicht Energie, Gas (nl) 2026-10-31');
    expect(bar.details.map(told)).toContain('rolledOver 2025-12-31');
  });

  it('that can be left any month, or have ended, say so instead of a day', () => {
    expect(told(contract({ Notice_State__c: value('Open') }).sentence)).toBe('anyMonth Noordlicht Energie, Gas (nl)');
    const ended = contract({
      Status__c: value('Ended'),
      Decision_Date__c: value('2026-11-30'),
      Decision_Reason__c: value('no longer true'),
    });
    expect(ended).toMatchObject({ isOver: true, decision: undefined });
    expect(told(ended.sentence)).toBe('over Noordlicht Energie, Gas (nl)');
    const past = { Status__c: value('Ended'), End_Date__c: value('2026-06-30') };
    expect(told(contract(past).sentence)).toBe('ended Noordlicht Energie, Gas (nl) 2026-06-30');
    expect(told(contract({ Status__c: value('Not Relevant') }).sentence)).toBe('ends Noordlicht Energie, Gas (nl) 2026-12-31');
    expect(ended.details).not.toContain('no longer true');
  });

  it('are open on the side of which nothing is known', () => {
    expect(contract({ Start_Date__c: value(null) })).toMatchObject({ shape: 'bar', from: undefined, until: day('2026-12-31') });
    const open = contract({ End_Date__c: value(null) });
    expect(open).toMatchObject({ shape: 'bar', until: undefined });
    expect(told(open.sentence)).toBe('endUnknown Noordlicht Energie, Gas (nl)');
  });

  it.each([
    ['an impossible year', { Start_Date__c: value('0001-01-01') }, 'dateBroken Noordlicht Energie, Gas (nl) 0001-01-01'],
    ['no end in sight', { End_Date__c: value('9999-12-31') }, 'dateBroken Noordlicht Energie, Gas (nl) 9999-12-31'],
    ['no date at all', { Start_Date__c: value(null), End_Date__c: value(null) }, 'endUnknown Noordlicht Energie, Gas (nl)'],
    ['hidden dates', { Start_Date__c: null, End_Date__c: undefined }, 'endUnknown Noordlicht Energie, Gas (nl)'],
    ['an end before its start', { End_Date__c: value('2024-12-31') }, 'endBeforeStart Noordlicht Energie, Gas (nl) 2024-12-31 2025-01-01'],
    ['words for a date', { End_Date__c: value('per 1 januari') }, 'dateBroken Noordlicht Energie, Gas (nl) per 1 januari'],
  ])('with %s stand among those without a usable date, with the reason', (_, more, sentence) => {
    const item = contract(more);
    expect(item.shape).toBe('undated');
    expect(told(item.sentence)).toBe(sentence);
  });

  it('survive a broken notice date and a hidden provider', () => {
    const bar = contract({ Decision_Date__c: value('2026-02-31'), Approach_Date__c: value('2026-10-01'), Competitor__r: null });
    expect(bar).toMatchObject({ shape: 'bar', decision: undefined, approachFrom: undefined });
    expect(bar.title).toBe(SETTING.words.nameMissing);
  });
});

describe('our own', () => {
  it('contracts run from start to end and tell when they were cancelled', () => {
    const bar = ownContractBar(
      {
        Id: 'o1',
        ContractNumber: value('00000100'),
        StartDate: value('2025-11-01'),
        EndDate: value('2028-10-31'),
        Cancelled_On_Date__c: value('2026-11-01'),
        Status: value('Activated'),
      },
      SETTING,
    );
    expect(bar).toMatchObject({ shape: 'bar', kind: 'own', isOver: false, objectApiName: 'Contract' });
    expect(bar.details.map(told)).toEqual(['runsFromUntil 2025-11-01 2028-10-31', 'Activated', 'cancelledOn 2026-11-01']);
  });

  it('assets begin when they were installed, else bought; those of a competitor count as elsewhere', () => {
    const asset = { Id: 'a1', Name: value('Router'), PurchaseDate: value('2026-01-05'), UsageEndDate: value('2026-06-30') };
    expect(assetBar(asset, SETTING)).toMatchObject({ shape: 'bar', kind: 'own', from: day('2026-01-05'), isOver: true });
    const installed = { ...asset, InstallDate: value('2026-02-01'), IsCompetitorProduct: value(true) };
    expect(assetBar(installed, SETTING)).toMatchObject({ kind: 'competitor', from: day('2026-02-01') });
    const kept = assetBar({ ...asset, UsageEndDate: value(null) }, SETTING);
    expect(told(kept.sentence)).toBe('noEnd Router');
  });
});
