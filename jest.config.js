// Unit tests of the components, in jsdom with Salesforce's own stubs of the platform.
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  ...jestConfig,
  roots: ['<rootDir>/force-app'],
  // beside tests stands what they share
  testMatch: ['**/__tests__/**/*.test.ts'],
  // a bundle may be a style sheet alone, which others import: `@import 'c/cardStyle'`
  moduleFileExtensions: [...jestConfig.moduleFileExtensions, 'css'],
  moduleNameMapper: { ...jestConfig.moduleNameMapper, '^lightning/graphql$': '<rootDir>/config/jest/lightning/graphql.js' },
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/jest.setup.js'],
};
