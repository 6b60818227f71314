// Lint rules: components as Salesforce wants them, tools as strict TypeScript, and which folder may import which.
const { defineConfig, globalIgnores } = require('eslint/config');
const js = require('@eslint/js');
const importPlugin = require('eslint-plugin-import');
const jest = require('eslint-plugin-jest');
const globals = require('globals');
const lwc = require('@salesforce/eslint-config-lwc/recommended-ts');
const slds = require('@salesforce-ux/eslint-plugin-slds');
const tseslint = require('typescript-eslint');

/** For each folder the folders beside it that it may import; ARCHITECTURE.md draws the same. */
const LAYERS = {
  'scripts/local-org': {
    metadata: [],
    store: ['metadata'],
    formula: ['metadata'],
    // the shape of query results belongs to the interface of the org
    soql: ['formula', 'store', 'metadata', 'engine/org.ts'],
    flow: ['formula', 'metadata'],
    reports: ['formula', 'metadata'],
    engine: ['flow', 'formula', 'reports', 'soql', 'store', 'metadata'],
    api: ['engine', 'flow', 'formula', 'reports', 'soql', 'store', 'metadata'],
    // the shapes of the Metadata API belong to its routes
    deployment: ['api/metadata/metadata-service.ts'],
    pages: [],
  },
  'scripts/import': {
    plan: [],
    journal: ['plan'],
    source: [],
    transform: ['plan', 'source'],
    load: ['plan', 'journal', 'source', 'transform'],
    report: ['load', 'plan', 'source', 'transform'],
  },
};

/** Local org and its clients meet over HTTP only; what is below neither of them is free of both. */
const SEPARATED = [
  ['scripts/local-org', 'scripts/import'],
  ['scripts/import', 'scripts/local-org'],
  ['scripts/platform', 'scripts/local-org'],
  ['scripts/platform', 'scripts/import'],
  ['scripts/platform', 'scripts/org-connection'],
  ['scripts/local-org', 'scripts/org-connection'],
  ['scripts/org-connection', 'scripts/local-org'],
  ['scripts/org-connection', 'scripts/import'],
  ['scripts/org-connection', 'scripts/admin'],
  ['scripts/import', 'scripts/admin'],
  ['scripts/local-org', 'scripts/admin'],
  ['scripts/admin', 'scripts/import'],
];

const zones = [
  ...Object.entries(LAYERS).flatMap(([parent, layers]) =>
    Object.entries(layers).map(([layer, allowed]) => ({
      target: `./${parent}/${layer}`,
      from: `./${parent}`,
      except: [layer, ...allowed].map((folder) => `./${folder}`),
      message: `${parent}/${layer} may import only ${['itself', ...allowed].join(', ')} and scripts/platform.`,
    })),
  ),
  ...SEPARATED.map(([target, from]) => ({ target: `./${target}`, from: `./${from}`, message: `${target} may not import ${from}.` })),
];

const onlyIn = (name, where) => ({ name, message: `Only ${where} may import ${name}.` });
const SQLITE = onlyIn('node:sqlite', 'scripts/local-org/store and scripts/import/journal');
const JSFORCE = { group: ['jsforce', 'jsforce/*'], message: 'Only scripts/org-connection may import jsforce.' };

/** The typed rules of the tools need to know the TypeScript project that a file belongs to. */
const project = (name) => ({ parserOptions: { project: [`config/typescript/${name}.json`], tsconfigRootDir: __dirname } });

/** TypeScript says these better. */
const LEFT_TO_TYPESCRIPT = {
  'no-undef': 'off',
  'no-unused-vars': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
};
const PROMISES = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
};

module.exports = defineConfig([
  globalIgnores(['node_modules/', '.local-org/', '.import/', 'coverage/', '**/__fixtures__/**', 'force-app/**/lwc/**/*.js']),
  {
    files: ['force-app/**/lwc/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strict, lwc],
    // after Salesforce's configuration, whose own parser cannot feed the rules that need types
    languageOptions: { parser: tseslint.parser, ...project('components') },
    rules: {
      ...LEFT_TO_TYPESCRIPT,
      ...PROMISES,
      // event handlers of components may be asynchronous
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      'no-void': ['error', { allowAsStatement: true }],
      // prettier writes these without brackets
      'no-confusing-arrow': 'off',
    },
  },
  {
    // Salesforce's own check that styles follow themes: hooks and classes of SLDS 2; sizes in rem stay ours
    files: ['force-app/**/lwc/**/*.css'],
    extends: [slds.configs['flat/recommended-css']],
    rules: { '@salesforce-ux/slds/no-hardcoded-values-slds2': 'off' },
  },
  { files: ['force-app/**/lwc/**/*.html'], extends: [slds.configs['flat/recommended-html']] },
  {
    files: ['force-app/**/__tests__/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    languageOptions: { globals: { ...globals.jest } },
    rules: {
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['scripts/**/*.ts'],
    ignores: ['scripts/local-org/pages/browser/**'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    languageOptions: { ...project('scripts'), globals: { ...globals.node } },
    plugins: { import: importPlugin },
    settings: { 'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } } },
    rules: {
      ...LEFT_TO_TYPESCRIPT,
      ...PROMISES,
      'import/no-restricted-paths': ['error', { zones }],
      'no-restricted-imports': ['error', { paths: [SQLITE], patterns: [JSFORCE] }],
    },
  },
  {
    // tools that are clients of an org, not parts of one
    files: ['scripts/*.ts', 'scripts/{admin,data,bench,build}/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [SQLITE] }] },
  },
  {
    files: ['scripts/local-org/store/**/*.ts', 'scripts/import/journal/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [JSFORCE] }] },
  },
  // files of suppliers hold every control character
  { files: ['scripts/import/**/*.ts'], rules: { 'no-control-regex': 'off' } },
  { files: ['scripts/org-connection/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [SQLITE] }] } },
  {
    // the shell of the local pages: browser code, with components of its own
    files: ['scripts/local-org/pages/browser/**/*.ts', 'config/types/**/*.d.ts'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    languageOptions: { ...project('pages'), globals: { ...globals.browser } },
    rules: { ...LEFT_TO_TYPESCRIPT, ...PROMISES, '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }] },
  },
  {
    // tests may put both sides together, and promises of node:test need no awaiting
    files: ['scripts/**/*.test.ts', 'scripts/**/testing/**/*.ts', 'scripts/**/*-under-test.ts'],
    rules: {
      'import/no-restricted-paths': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' }] },
      ],
    },
  },
  {
    files: ['*.js'],
    extends: [js.configs.recommended],
    languageOptions: { sourceType: 'commonjs', globals: { ...globals.node, ...globals.jest } },
  },
]);
