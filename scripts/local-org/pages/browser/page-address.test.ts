import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, pageAt } from './page-address.ts';

const at = (address: string): ReturnType<typeof pageAt> => pageAt(new URL(address, 'http://127.0.0.1'));

test('every page has the address that Lightning Experience gives it, and is found by it', () => {
  const pages: [string, Parameters<typeof addressOf>[0]][] = [
    [
      '/lightning/r/Account/0010L0000000001AAA/view',
      { type: 'standard__recordPage', attributes: { objectApiName: 'Account', recordId: '0010L0000000001AAA', actionName: 'view' } },
    ],
    [
      '/lightning/o/Account/list?filterName=All',
      { type: 'standard__objectPage', attributes: { objectApiName: 'Account', actionName: 'list' }, state: { filterName: 'All' } },
    ],
    [
      '/lightning/n/Expiry_Worklist?c__window=next30',
      { type: 'standard__navItemPage', attributes: { apiName: 'Expiry_Worklist' }, state: { c__window: 'next30' } },
    ],
    [
      '/lightning/r/Account/0010L0000000001AAA/related/Contacts/view',
      {
        type: 'standard__recordRelationshipPage',
        attributes: { objectApiName: 'Account', recordId: '0010L0000000001AAA', relationshipApiName: 'Contacts', actionName: 'view' },
      },
    ],
    [
      '/lightning/r/Account/0010L0000000001AAA/edit',
      { type: 'standard__recordPage', attributes: { objectApiName: 'Account', recordId: '0010L0000000001AAA', actionName: 'edit' } },
    ],
    ['/lightning/o/Account/new', { type: 'standard__objectPage', attributes: { objectApiName: 'Account', actionName: 'new' } }],
    ['/lightning/page/home', { type: 'standard__namedPage', attributes: { pageName: 'home' } }],
  ];
  for (const [address, page] of pages) {
    assert.equal(addressOf(page), address);
    assert.deepEqual(at(address), { state: {}, ...page });
  }
});

test('the root is the home page', () => {
  assert.deepEqual(at('/'), { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} });
  assert.deepEqual(at('/lightning'), at('/'));
});

test('an address of no page leads nowhere', () => {
  for (const address of [
    '/lightning/r/Account/short/view',
    '/lightning/r/Account/0010L0000000001AAA/clone',
    '/lightning/x/y',
    '/setup',
    '/lightning/n/',
    '/lightning/n/%E0%A4%A',
  ]) {
    assert.equal(at(address), undefined, address);
  }
});

test('a page type without an address is refused by name', () => {
  assert.throws(() => addressOf({ type: 'standard__knowledgeArticlePage' }), /standard__knowledgeArticlePage/);
});

test('a state value that is undefined is left out of the address', () => {
  assert.equal(addressOf({ type: 'standard__navItemPage', attributes: { apiName: 'A' }, state: { c__a: undefined } }), '/lightning/n/A');
});
