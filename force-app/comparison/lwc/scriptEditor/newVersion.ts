// The next version of a script: a draft with the same words and its claims in use, made as one mutation.
import { executeMutation, gql } from 'lightning/graphql';
import { fieldsOf, type ScriptNode } from 'c/comparisonLines';
import { nodesOf } from 'c/graphAnswer';

const COPIED = [
  'Competitor__c',
  'Product_Category__c',
  'Language__c',
  'Proposition__c',
  'Opening_Line__c',
  'Question_1__c',
  'Question_2__c',
  'Question_3__c',
  'Valid_Until_Date__c',
] as const;

export interface NewVersion {
  readonly document: string;
  readonly variables: Readonly<Record<string, object>>;
}

/** A check is of words, and the words are the same: claims keep their days. */
export function newVersion(script: ScriptNode): NewVersion {
  const fields = Object.fromEntries(COPIED.map((name) => [name, script[name]?.value ?? null]));
  const claims = nodesOf(script.Comparison_Claims__r).filter((claim) => claim.Status__c?.value !== 'Retired');
  const inputs = claims.map((claim) => ({
    Comparison_Claim__c: { ...fieldsOf(claim), Status__c: claim.Status__c?.value ?? 'In Use', Comparison_Script__c: '@{script}' },
  }));
  const heads = inputs.map((_, index) => `, $c${index}: Comparison_Claim__cCreateInput!`).join('');
  const body = inputs.map((_, index) => ` c${index}: Comparison_Claim__cCreate(input: $c${index}) { Record { Id } }`).join('');
  return {
    document: `mutation newVersion($script: Comparison_Script__cCreateInput!${heads}) { uiapi(input: { allOrNone: true }) { script: Comparison_Script__cCreate(input: $script) { Record { Id } }${body} } }`,
    variables: {
      script: { Comparison_Script__c: { ...fields, Name: script.Name?.value ?? '', Status__c: 'Draft', Replaces__c: script.Id } },
      ...Object.fromEntries(inputs.map((input, index) => [`c${index}`, input])),
    },
  };
}

/** Writes it, and answers its id. Throws what the org says when it was not written. */
export async function createVersion(script: ScriptNode): Promise<string | undefined> {
  const { document, variables } = newVersion(script);
  const { data, errors } = await executeMutation<{ uiapi: { script?: { Record?: { Id: string } } | null } }>({
    query: gql`
      ${document}
    `,
    variables,
  });
  if (errors?.length) throw new Error([...new Set(errors.map(({ message }) => message))].join(' '));
  return data?.uiapi.script?.Record?.Id;
}
