// Modules that the build makes.
declare module 'pages:site' {
  const site: import('../site.ts').Site;
  export default site;
}
declare module 'pages:components' {
  /** Loads a component of the package by its name. */
  const components: Readonly<Record<string, () => Promise<{ default: typeof import('lwc').LightningElement }>>>;
  export default components;
}
declare module '@lwc/synthetic-shadow';
