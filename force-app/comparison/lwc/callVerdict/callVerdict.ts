// Whether an account may be called. Asks the consent package, which may not be installed, apart from everything else.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import naturalPerson from '@salesforce/label/c.Script_Natural_Person';
import nobodyKnown from '@salesforce/label/c.Script_Nobody_Known';
import verdictTitle from '@salesforce/label/c.Script_Verdict_Title';
import { answered, nodesOf } from 'c/graphAnswer';
import { VERDICT_QUERY, type VerdictAnswer, type VerdictNode } from './verdictQuery';
import { verdictSentences, type VerdictSentence } from './verdictSentences';

export default class CallVerdict extends LightningElement {
  @api accountId: string | undefined;
  /** By its legal form the account is a person, whom the law asks to have consented. */
  @api isNaturalPerson = false;

  heading = verdictTitle;
  verdicts: readonly VerdictNode[] = [];
  isAnswered = false;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readVerdicts(response: GraphQLResponse<VerdictAnswer>): void {
    const { data, errors } = answered(response);
    this.isAnswered = Boolean(data) || Boolean(errors?.length);
    this.verdicts = nodesOf(data?.uiapi.query.Consent_Verdict__c);
  }

  get query(): GraphQLDocument | undefined {
    return this.accountId ? VERDICT_QUERY : undefined;
  }
  get variables(): object {
    return { account: this.accountId };
  }
  get sentences(): readonly VerdictSentence[] {
    return this.isAnswered ? verdictSentences(this.verdicts, this.isNaturalPerson, { naturalPerson, nobodyKnown }) : [];
  }
}
