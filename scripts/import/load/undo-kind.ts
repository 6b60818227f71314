// What undoing a run takes back, by what its file was about.
import type { ImportKind } from '../plan/import-plan.ts';
import { EVIDENCE } from './consent/evidence-rows.ts';
import { VERDICT } from './consent/known-consent.ts';
import { planEvidence, planVerdicts } from './consent/undo-evidence.ts';
import { planAccounts, planProviders } from './undo-companions.ts';
import { planClaims, planContracts } from './undo-contracts.ts';
import type { PlannedUndo, UndoPlanning } from './undo-contracts.ts';
import { planPatches } from './undo-patches.ts';
import type { UndoNeeds } from './pre-flight.ts';

export interface UndoStep {
  /** Part of the names of its jobs. */
  readonly name: string;
  readonly plan: (planning: UndoPlanning) => Promise<PlannedUndo>;
}

export interface UndoKind extends UndoNeeds {
  /** In the order in which they are carried out. */
  readonly steps: readonly UndoStep[];
}

export const UNDO_KINDS: Readonly<Record<ImportKind, UndoKind>> = {
  contracts: {
    deletes: ['Competitor_Contract__c', 'Contract_Claim__c'],
    needs: [],
    set: 'SME_Data_Steward',
    // claims before their contracts, contracts before the accounts and providers that were made for them, and before what contracts were found by
    steps: [
      { name: 'claims', plan: planClaims },
      { name: 'contracts', plan: planContracts },
      { name: 'accounts', plan: planAccounts },
      { name: 'providers', plan: planProviders },
      { name: 'typed-contracts', plan: planPatches('Competitor_Contract__c') },
      { name: 'known-accounts', plan: planPatches('Account') },
    ],
  },
  consent: {
    deletes: [EVIDENCE],
    needs: [{ object: VERDICT, write: ['Decide_Again_At__c'] }],
    set: 'SME_Consent_Undo',
    steps: [
      { name: 'evidence', plan: planEvidence },
      { name: 'verdicts', plan: planVerdicts },
    ],
  },
};
