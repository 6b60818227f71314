// The latest calls of an account and what was answered; says nothing where there are none or they may not be seen.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import historyLine from '@salesforce/label/c.Script_History_Line';
import historyTitle from '@salesforce/label/c.Script_History_Title';
import saidEndDate from '@salesforce/label/c.Script_Said_End_Date';
import { answered, nodesOf } from 'c/graphAnswer';
import { HISTORY_QUERY, type HistoryAnswer } from './historyQuery';
import { pastCalls, type PastCall } from './pastCalls';

const DAY = new Intl.DateTimeFormat(LOCALE, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short', timeStyle: 'short', timeZone: TIME_ZONE });

export default class CallHistory extends LightningElement {
  @api accountId: string | undefined;

  heading = historyTitle;
  calls: readonly PastCall[] = [];

  private ask: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readHistory(response: GraphQLResponse<HistoryAnswer>): void {
    const { data, refresh } = answered(response);
    this.ask = refresh;
    if (!data) return;
    this.calls = pastCalls(
      nodesOf(data.uiapi.query.Call_Outcome__c),
      { historyLine, saidEndDate },
      (day) => DAY.format(new Date(`${day}T00:00:00Z`)),
      (instant) => MOMENT.format(new Date(instant)),
    );
  }

  get query(): GraphQLDocument | undefined {
    return this.accountId ? HISTORY_QUERY : undefined;
  }
  get variables(): object {
    return { account: this.accountId };
  }
  get hasCalls(): boolean {
    return this.calls.length > 0;
  }

  @api async refresh(): Promise<void> {
    await this.ask?.();
  }
}
