// What is asked of scripts, claims and propositions, by the script as reps see it and by its editor.
import { gql } from 'lightning/graphql';
import type { Connection, FieldOf } from 'c/graphAnswer';
import type { ScriptNode } from './scriptNodes';

interface Answer<Members> {
  readonly uiapi: { readonly query: Members };
}

export interface PropositionNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Offer__c?: FieldOf<string>;
  readonly Is_Active__c?: FieldOf<boolean>;
  readonly Valid_From_Date__c?: FieldOf<string>;
  readonly Valid_Until_Date__c?: FieldOf<string>;
}
export type ScriptAnswer = Answer<{
  readonly Comparison_Script__c?: Connection<ScriptNode>;
  readonly Product_Proposition__c?: Connection<{ readonly Proposition__r?: PropositionNode | null }>;
}>;

/** Of one script, whatever its status. */
export function versionVariables(scriptId: string): object {
  return { scripts: { Id: { eq: scriptId } }, propositions: { Id: { eq: scriptId } } };
}

export function scriptVariables(provider: string, category: string, today: string): object {
  return {
    scripts: {
      and: [
        { Competitor__c: { eq: provider } },
        { Product_Category__c: { eq: category } },
        { Status__c: { eq: 'Active' } },
        { Valid_Until_Date__c: { gte: { value: today } } },
      ],
    },
    propositions: { and: [{ Category_Key__c: { eq: category } }, { Is_Allowed__c: { eq: true } }] },
  };
}

/** Scripts in use against a provider for a product, and what the matrix allows to be offered for it. */
export const SCRIPT_QUERY = gql`
  query comparisonScriptLines($scripts: Comparison_Script__c_Filter, $propositions: Product_Proposition__c_Filter) {
    uiapi {
      query {
        Comparison_Script__c(where: $scripts, orderBy: { Version__c: { order: DESC } }, first: 10) {
          edges {
            node {
              Id
              Name {
                value
              }
              Language__c {
                value
                displayValue
              }
              Version__c {
                value
              }
              Status__c {
                value
                displayValue
              }
              Competitor__c {
                value
              }
              Competitor__r {
                Id
                Name {
                  value
                }
              }
              Product_Category__c {
                value
              }
              Proposition__c {
                value
              }
              Valid_Until_Date__c {
                value
              }
              Opening_Line__c {
                value
              }
              Question_1__c {
                value
              }
              Question_2__c {
                value
              }
              Question_3__c {
                value
              }
              Comparison_Claims__r(first: 200) {
                edges {
                  node {
                    Id
                    Kind__c {
                      value
                      displayValue
                    }
                    Topic__c {
                      value
                    }
                    Notice_State__c {
                      value
                    }
                    Most_Days_Left__c {
                      value
                    }
                    Line__c {
                      value
                    }
                    Our_Fact__c {
                      value
                    }
                    Their_Fact__c {
                      value
                    }
                    Objection__c {
                      value
                    }
                    Answer__c {
                      value
                    }
                    Audience__c {
                      value
                      displayValue
                    }
                    Status__c {
                      value
                      displayValue
                    }
                    Source__c {
                      value
                    }
                    Source_Website__c {
                      value
                    }
                    Checked_On_Date__c {
                      value
                    }
                    Valid_Until_Date__c {
                      value
                    }
                    Is_Special_Offer__c {
                      value
                    }
                    Offer_Begin_Date__c {
                      value
                    }
                    Offer_End_Date__c {
                      value
                    }
                    Order__c {
                      value
                    }
                    Is_Sayable__c {
                      value
                    }
                    Not_Sayable_Reason__c {
                      value
                    }
                  }
                }
              }
            }
          }
        }
        Product_Proposition__c(where: $propositions, first: 200) {
          edges {
            node {
              Proposition__r {
                Id
                Name {
                  value
                }
                Offer__c {
                  value
                }
                Is_Active__c {
                  value
                }
                Valid_From_Date__c {
                  value
                }
                Valid_Until_Date__c {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;
