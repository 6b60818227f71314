// What the report of import runs asks: runs, and how many records point at one of them.
import { gql } from 'lightning/graphql';
import type { Connection, Counted, FieldOf, Groups } from 'c/graphAnswer';

type Count = FieldOf<number>;
type Text = FieldOf<string>;

export interface RunNode {
  readonly Id: string;
  readonly Name?: Text;
  /** Blank on runs of before there were kinds: they are about contracts. */
  readonly Kind__c?: Text;
  readonly File_Name__c?: Text;
  readonly Source__c?: Text;
  readonly Obtained_On_Date__c?: Text;
  readonly Legal_Basis__c?: Text;
  readonly Started_At__c?: Text;
  readonly State__c?: Text;
  readonly External_Id__c?: Text;
  readonly Rows_Read__c?: Count;
  readonly Rows_Created__c?: Count;
  readonly Rows_Updated__c?: Count;
  readonly Rows_Unchanged__c?: Count;
  readonly Rows_Kept__c?: Count;
  readonly Rows_Skipped__c?: Count;
  readonly Rows_Rejected__c?: Count;
  readonly Accounts_Created__c?: Count;
  readonly Times_Resumed__c?: Count;
  readonly Reject_Summary__c?: Text;
  readonly Notice_Summary__c?: Text;
  readonly Rejects_File__c?: Text;
  readonly Undo_State__c?: Text;
  readonly Undone_At__c?: Text;
  readonly Undo_Deleted__c?: Count;
  readonly Undo_Restored__c?: Count;
  readonly Undo_Kept__c?: Count;
  readonly CreatedBy?: { readonly Name?: Text } | null;
}
export interface RunsAnswer {
  readonly uiapi: { readonly query: { readonly Import_Run__c?: Connection<RunNode> } };
}
export interface LoadedAnswer {
  readonly uiapi: { readonly aggregate: { readonly contracts?: Groups<Counted>; readonly claims?: Groups<Counted> } };
}

/** Runs that the list shows. */
export const MOST_RUNS = 20;

const PLAIN = [
  'Name',
  'File_Name__c',
  'Source__c',
  'Obtained_On_Date__c',
  'Legal_Basis__c',
  'Started_At__c',
  'External_Id__c',
  'Rejects_File__c',
];
const COUNTS = ['Read', 'Created', 'Updated', 'Unchanged', 'Kept', 'Skipped', 'Rejected'].map((name) => `Rows_${name}__c`);
const MORE = [
  'Accounts_Created__c',
  'Times_Resumed__c',
  'Reject_Summary__c',
  'Notice_Summary__c',
  'Undone_At__c',
  'Undo_Deleted__c',
  'Undo_Restored__c',
  'Undo_Kept__c',
];
const valueOf = (field: string): string => `${field} { value }`;
const FIELDS = `Id ${[...PLAIN, ...COUNTS, ...MORE].map(valueOf).join(' ')}
  Kind__c { value displayValue } State__c { value displayValue } Undo_State__c { value displayValue } CreatedBy { Name { value } }`;

export const RUNS_QUERY = gql`
  query importRuns($where: Import_Run__c_Filter) {
    uiapi {
      query {
        Import_Run__c(where: $where, first: ${MOST_RUNS}, orderBy: { Started_At__c: { order: DESC, nulls: LAST } }) {
          edges {
            node { ${FIELDS} }
          }
        }
      }
    }
  }
`;

export const LOADED_QUERY = gql`
  query importRunRecords($contracts: Competitor_Contract__c_Filter, $claims: Contract_Claim__c_Filter) {
    uiapi {
      aggregate {
        contracts: Competitor_Contract__c(where: $contracts) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
        claims: Contract_Claim__c(where: $claims) {
          edges {
            node {
              aggregate {
                Id {
                  count {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
