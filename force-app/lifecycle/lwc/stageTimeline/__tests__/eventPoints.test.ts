import { campaignPoint, exitPoints, feedbackPoint, meetingPoint, taskPoint, touchPoint } from '../eventPoints';
import { SETTING, day, told, value } from './testSetting';

const task = (more: object): ReturnType<typeof taskPoint> => taskPoint({ Id: 't1', Subject: value('Call'), ...more }, SETTING);

describe('contacts', () => {
  it('that are planned stand on their due day and say when that has passed', () => {
    const planned = task({ ActivityDate: value('2026-11-25') });
    expect(planned).toMatchObject({ shape: 'point', day: day('2026-11-25'), mark: 'planned' });
    expect(told(planned.sentence)).toBe('contactPlanned Call 2026-11-25');
    expect(told(task({ ActivityDate: value('2026-11-01') }).sentence)).toBe('contactOverdue Call 2026-11-01');
  });

  it('that are done stand where they were done, or on their day when they were logged afterwards', () => {
    const done = (due: string | null): ReturnType<typeof taskPoint> =>
      task({ IsClosed: value(true), ActivityDate: value(due), CompletedDateTime: value('2026-11-10T09:00:00.000Z') });
    expect(done('2026-12-24')).toMatchObject({ mark: 'done', day: day('2026-11-10') });
    expect(done('2026-11-02')).toMatchObject({ day: day('2026-11-02') });
    expect(done(null)).toMatchObject({ day: day('2026-11-10') });
    expect(task({ IsClosed: value(true), ActivityDate: value('2026-11-02'), CompletedDateTime: value('never') })).toMatchObject({
      day: day('2026-11-02'),
    });
  });

  it.each([
    ['no due date', null, 'dateMissing Call'],
    ['an impossible one', '0001-01-01', 'dateBroken Call 0001-01-01'],
  ])('with %s stand among those without a usable date', (_, due, sentence) => {
    const item = task({ ActivityDate: value(due) });
    expect([item.shape, told(item.sentence)]).toEqual(['undated', sentence]);
  });

  it('without a subject are called a contact; appointments take their moment, else their day', () => {
    expect(taskPoint({ Id: 't1' }, SETTING).title).toBe(SETTING.words.contactWithoutSubject);
    expect(meetingPoint({ Id: 'e1', Subject: value('Visit'), ActivityDateTime: value('2026-12-10T09:00:00Z') }, SETTING)).toMatchObject({
      mark: 'meeting',
      day: day('2026-12-10'),
    });
    expect(meetingPoint({ Id: 'e1', ActivityDate: value('2026-12-11') }, SETTING)).toMatchObject({ day: day('2026-12-11') });
  });
});

describe('feedback and departures', () => {
  it('feedback carries its score', () => {
    const point = feedbackPoint(
      { Id: 'f1', Score__c: value(0), Given_On_Date__c: value('2026-05-04'), Process__c: value('Service') },
      SETTING,
    );
    expect(point).toMatchObject({ badge: '0', mark: 'feedback', details: ['Service'] });
    expect(told(point.sentence)).toBe('feedbackScore 0 2026-05-04');
    expect(feedbackPoint({ Id: 'f1', Given_On_Date__c: value('2026-05-04') }, SETTING)).toMatchObject({ badge: '' });
  });

  it('a departure tells why, where to, and from when we may come back', () => {
    const exit = {
      Id: 'x1',
      Loss_Date__c: value('2026-03-01'),
      Reason__c: value('Better Price'),
      New_Competitor__r: { Id: 'p', Name: value('Polder') },
    };
    const [left, back] = exitPoints({ ...exit, Win_Back_Date__c: value('2027-01-01') }, SETTING);
    expect(told(left?.sentence ?? '')).toBe('leftBecause 2026-03-01 Better Price');
    expect(left?.details.map(told)).toEqual(['wentTo Polder']);
    expect(back).toMatchObject({ key: 'x1 win-back', recordId: 'x1', mark: 'win-back', day: day('2027-01-01') });
    expect(exitPoints(exit, SETTING)).toHaveLength(1);
    expect(exitPoints({ ...exit, Win_Back_Date__c: value('9999-12-31') }, SETTING)[1]).toMatchObject({ shape: 'undated' });
  });
});

describe('campaigns', () => {
  it('a touch tells its rule, its state and the verdict', () => {
    const touch = touchPoint(
      {
        Id: 'e1',
        Planned_For_Date__c: value('2026-12-01'),
        State__c: { value: 'Refused', displayValue: 'Geweigerd' },
        Event_Rule__r: { Id: 'r', Name: value('After 30 days') },
        Verdict_Reason__c: value('no consent'),
      },
      SETTING,
    );
    expect(told(touch.sentence)).toBe('touch After 30 days Geweigerd 2026-12-01');
    expect(touch.details).toEqual(['no consent']);
  });

  it('a membership opens its campaign', () => {
    const member = campaignPoint(
      {
        Id: 'm1',
        CreatedDate: value('2026-10-01T10:00:00Z'),
        Campaign: { Id: 'c1', Name: value('Glasvezel') },
        Contact: { Id: 'k', Name: value('Jansen') },
      },
      SETTING,
    );
    expect(member).toMatchObject({ key: 'm1', recordId: 'c1', objectApiName: 'Campaign' });
    expect(told(member.sentence)).toBe('campaignMember Glasvezel Jansen 2026-10-01');
    expect(campaignPoint({ Id: 'm1' }, SETTING)).toMatchObject({ shape: 'undated', recordId: 'm1' });
  });
});
