// Gives every component test the accessibility matcher `toBeAccessible`, and keeps one blind spot of jsdom out of the output.
const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();

// jsdom's style parser is older than container queries and reports each style sheet that has one
const report = console.error;
console.error = (...parts) => {
  if (parts[0]?.type !== 'css parsing') report(...parts);
};
