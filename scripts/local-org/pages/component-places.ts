// Where the components stand that are offered to pages, and what each says when there is nothing to show: for tests of their states.

/** A part of the pages, and of each card in it what it says when there is nothing to show. */
export interface Place {
  readonly app?: string;
  readonly address?: () => string;
  readonly tab?: string;
  readonly cards: Readonly<Record<string, string>>;
}

/** `account` and `script`: addresses of records without anything around them. */
export function placesOf(account: () => string, script: () => string): readonly Place[] {
  return [
    { app: 'Customer Lifecycle', cards: { 'c-expiry-worklist': 'Nothing to act on here' } },
    {
      app: 'Lifecycle Management',
      cards: {
        'c-lifecycle-funnel': 'No positions yet',
        'c-worklist-capacity': 'Nobody recorded how many calls the team can make.',
        'c-expiry-calendar': 'No contracts here',
      },
    },
    { app: 'Lifecycle Loyalty', cards: { 'c-feedback-pulse': 'Everybody has been called', 'c-exit-and-winback': 'Nobody here' } },
    {
      app: 'Lifecycle Planning',
      cards: {
        'c-campaign-pressure': 'Nothing is planned for this day',
        'c-expiry-calendar': 'No contracts here',
        'c-collective-progress': 'No joint purchase is running',
      },
    },
    {
      app: 'Lifecycle Settings',
      cards: {
        'c-rule-health': 'In order',
        'c-import-run-report': 'Nothing has been imported yet',
        'c-unknown-providers': 'Every provider is known',
      },
    },
    {
      app: 'Lifecycle Data',
      cards: {
        'c-import-run-report': 'Nothing has been imported yet',
        'c-data-quality': 'Complete',
        'c-unknown-providers': 'Every provider is known',
      },
    },
    { address: () => '/lightning/n/Proposition_Matrix', cards: { 'c-proposition-matrix': 'Nothing to allow yet' } },
    { address: script, cards: { 'c-script-editor': 'No lines yet. Add the first difference, with its source.' } },
    {
      address: account,
      cards: {
        'c-stage-timeline': 'Nothing is known about this account yet',
        // without a contract nobody knows whose customer it is: the general questions are there
        'c-comparison-script': 'Present provider not known',
        'c-consent-verdict': 'Nobody is known here',
      },
    },
    { tab: 'Products and Needs', cards: { 'c-account-offer': 'No products to compare with' } },
    { tab: 'Gates and moments', cards: { 'c-gates-and-moments': 'No position yet' } },
  ];
}
