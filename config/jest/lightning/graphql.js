// lightning/graphql in unit tests: the stub of sfdx-lwc-jest, which has the wire adapter, with the function that its version lacks.
export { graphql, gql } from '@salesforce/sfdx-lwc-jest/src/lightning-stubs/graphql/graphql';
export const executeMutation = jest.fn();
