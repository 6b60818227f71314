// Finds an account by its name while typing; the choice can be taken back.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import { countedLabel, fillLabel } from 'c/labelText';
import { answered, type Connection, type FieldOf, nodesOf, shownOf } from 'c/graphAnswer';
import { LABELS } from './searchLabels';

const SHORTEST = 2;
const MOST = 8;
/** Pause in typing after which the org is asked. */
const PAUSE_MILLISECONDS = 250;

interface AccountNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly BillingCity?: FieldOf<string>;
}
interface SearchAnswer {
  readonly uiapi: { readonly query: { readonly Account?: Connection<AccountNode> } };
}
interface Found {
  readonly id: string;
  readonly name: string;
  readonly city: string;
}

const SEARCH_QUERY = gql`
  query accountSearch($where: Account_Filter, $first: Int) {
    uiapi {
      query {
        Account(where: $where, first: $first, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              BillingCity {
                value
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;

/** Fires `choose` with `{ id, name }`; both '' when the choice is taken back. */
export default class AccountSearch extends LightningElement {
  @api label = '';
  /** Id and name of the chosen account. */
  @api value = '';
  @api chosenName = '';

  labels = LABELS;
  found: readonly Found[] = [];
  hasMore = false;
  hasAnswer = false;
  hasFailed = false;

  private asked = '';
  private pause: ReturnType<typeof setTimeout> | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readAccounts(response: GraphQLResponse<SearchAnswer>): void {
    const { data, errors } = answered(response);
    this.hasFailed = Boolean(errors?.length) && !data;
    if (!data) return;
    this.hasAnswer = true;
    this.hasMore = data.uiapi.query.Account?.pageInfo?.hasNextPage ?? false;
    this.found = nodesOf(data.uiapi.query.Account).map(({ Id, Name, BillingCity }) => ({
      id: Id,
      name: shownOf(Name),
      city: shownOf(BillingCity),
    }));
  }

  override disconnectedCallback(): void {
    clearTimeout(this.pause);
  }

  get query(): GraphQLDocument | undefined {
    return this.asked ? SEARCH_QUERY : undefined;
  }
  get variables(): object {
    // what somebody types is text, not a pattern
    return { where: { Name: { like: `%${this.asked.replace(/[\\%_]/g, '\\$&')}%` } }, first: MOST };
  }
  get isChosen(): boolean {
    return this.value !== '';
  }
  get hasFound(): boolean {
    return this.found.length > 0;
  }
  get status(): string {
    if (this.hasFailed) return LABELS.failed;
    if (!this.asked || !this.hasAnswer) return '';
    if (this.found.length === 0) return LABELS.noneFound;
    if (this.hasMore) return fillLabel(LABELS.foundMore, MOST);
    return countedLabel({ one: LABELS.foundOne, other: LABELS.foundOther }, this.found.length, LANGUAGE);
  }

  handleType(event: CustomEvent<{ value: string }>): void {
    const typed = event.detail.value.trim();
    clearTimeout(this.pause);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the pause ends with the component
    this.pause = setTimeout(() => this.ask(typed), PAUSE_MILLISECONDS);
  }
  handleChoose(event: Event): void {
    const { account } = (event.currentTarget as HTMLElement).dataset;
    const chosen = this.found.find(({ id }) => id === account);
    if (chosen) this.tell(chosen.id, chosen.name);
    this.ask('');
  }
  handleChange(): void {
    this.tell('', '');
  }

  private ask(typed: string): void {
    this.hasAnswer = false;
    this.found = [];
    this.asked = typed.length >= SHORTEST ? typed : '';
  }
  private tell(id: string, name: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { id, name } }));
  }
}
