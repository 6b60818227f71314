// What stands behind a row: what is known of the contract, the statements about it, and why each contact may or may not be approached.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import LOCALE from '@salesforce/i18n/locale';
import { answered, nodesOf } from 'c/graphAnswer';
import { shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import type { ChannelVerdict } from 'c/worklistRow';
import { claimLines, type ClaimLine } from './claimLines';
import { consentOfPeople, type PersonConsent } from './consentOfPeople';
import { CLAIMS_QUERY, type ClaimsAnswer } from './claimQuery';
import { FACT_LABELS, LABELS } from './detailLabels';
import { factLines, type FactLine } from './factLines';
import { FACTS_QUERY, type FactsAnswer } from './factQuery';

export default class WorklistRowDetails extends NavigationMixin(LightningElement) {
  @api contractId = '';
  /** Why the last day to give notice is this one. */
  @api reason = '';
  /** Statements that there are; none are asked for when there are none. */
  @api claimCount = 0;
  @api consent: readonly ChannelVerdict[] = [];

  labels = LABELS;
  href = '';
  claims: readonly ClaimLine[] = [];
  hasMore = false;
  isLoaded = false;
  failure: Failure | undefined;
  facts: readonly FactLine[] = [];
  isFactless = false;

  @wire(graphql, { query: FACTS_QUERY, variables: '$factVariables' })
  readFacts(response: GraphQLResponse<FactsAnswer>): void {
    const { data, errors } = answered(response);
    const [node] = nodesOf(data?.uiapi?.query.Competitor_Contract__c);
    this.isFactless = Boolean(errors?.length) && !node;
    if (node) this.facts = factLines(node, (day) => shownDay(day, LOCALE), FACT_LABELS);
  }

  @wire(graphql, { query: '$claimsQuery', variables: '$variables' })
  readClaims(response: GraphQLResponse<ClaimsAnswer>): void {
    const { data, errors } = answered(response);
    const connection = data?.uiapi?.query.Contract_Claim__c;
    this.failure = connection ? undefined : failureOf(errors);
    if (!connection) return;
    this.claims = claimLines(connection, (day) => shownDay(day, LOCALE), LABELS);
    this.hasMore = connection.pageInfo?.hasNextPage ?? false;
    this.isLoaded = true;
  }

  override connectedCallback(): void {
    void this[NavigationMixin.GenerateUrl](this.page).then((href) => {
      this.href = href;
    });
  }

  get claimsQuery(): GraphQLDocument | undefined {
    return this.claimCount > 0 ? CLAIMS_QUERY : undefined;
  }
  get variables(): object {
    return { where: { Competitor_Contract__c: { eq: this.contractId } } };
  }
  get factVariables(): object {
    return { where: { Id: { eq: this.contractId } } };
  }
  get hasClaims(): boolean {
    return this.claims.length > 0;
  }
  get people(): readonly PersonConsent[] {
    return consentOfPeople(this.consent);
  }
  get hasConsent(): boolean {
    return this.consent.length > 0;
  }
  /** What stands instead of statements. */
  get claimsNote(): string {
    if (this.claimCount === 0) return LABELS.claimsNone;
    if (this.failure) return this.failure === 'no-permission' ? LABELS.claimsForbidden : LABELS.claimsError;
    if (!this.isLoaded) return LABELS.claimsLoading;
    return this.hasClaims ? '' : LABELS.claimsNone;
  }

  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.page);
  }

  private get page(): PageReference {
    return {
      type: 'standard__recordPage',
      attributes: { recordId: this.contractId, objectApiName: 'Competitor_Contract__c', actionName: 'view' },
    };
  }
}
