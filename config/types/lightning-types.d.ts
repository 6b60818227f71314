// The declarations that Salesforce publishes: base components and a few modules.
import '@salesforce/lightning-types';
