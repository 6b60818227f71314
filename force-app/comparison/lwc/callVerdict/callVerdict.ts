// Whether an account may be called. Asks the consent package, which may not be installed, apart from everything else.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import naturalPerson from '@salesforce/label/c.Script_Natural_Person';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import nobodyKnown from '@salesforce/label/c.Script_Nobody_Known';
import onlyWhenCalled from '@salesforce/label/c.Script_Only_When_Called';
import verdictAsOf from '@salesforce/label/c.Script_Verdict_As_Of';
import verdictTitle from '@salesforce/label/c.Script_Verdict_Title';
import verdictUnchecked from '@salesforce/label/c.Script_Verdict_Unchecked';
import { failureOf } from 'c/dataFailure';
import { answered, nodesOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { VERDICT_QUERY, type VerdictAnswer, type VerdictNode } from './verdictQuery';
import { outdated, verdictSentences, type VerdictSentence } from './verdictSentences';

const TIME = new Intl.DateTimeFormat(LOCALE, { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' });

export default class CallVerdict extends LightningElement {
  @api accountId: string | undefined;
  /** By its legal form the account is a person, whom the law asks to have consented. */
  @api isNaturalPerson = false;

  /** There is no connection: what was read before may have been withdrawn since. */
  @api isOffline = false;

  heading = verdictTitle;
  verdicts: readonly VerdictNode[] = [];
  isAnswered = false;
  /** The question did not reach the org, or the org did not answer it. */
  isUnchecked = false;
  checkedAt: Date | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readVerdicts(response: GraphQLResponse<VerdictAnswer>): void {
    const { data, errors } = answered(response);
    this.isAnswered = Boolean(data) || Boolean(errors?.length);
    this.isUnchecked = !data && failureOf(errors) === 'failed';
    if (this.isUnchecked) return;
    this.checkedAt = data ? new Date() : undefined;
    this.verdicts = nodesOf(data?.uiapi.query.Consent_Verdict__c);
  }

  get query(): GraphQLDocument | undefined {
    return this.accountId ? VERDICT_QUERY : undefined;
  }
  get variables(): object {
    return { account: this.accountId };
  }
  get sentences(): readonly VerdictSentence[] {
    const known = this.isAnswered
      ? verdictSentences(this.verdicts, this.isNaturalPerson, { naturalPerson, nobodyKnown, onlyWhenCalled })
      : [];
    if (!this.isOffline && !this.isUnchecked) return known;
    return outdated(this.checkedAt ? known : [], this.checkedAt ? fillLabel(verdictAsOf, TIME.format(this.checkedAt)) : verdictUnchecked);
  }
}
