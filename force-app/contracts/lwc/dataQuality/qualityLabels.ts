// The words of what is missing.
import accounts from '@salesforce/label/c.Quality_Accounts';
import complete from '@salesforce/label/c.Quality_Complete';
import confirm from '@salesforce/label/c.Quality_Confirm';
import confirmStep from '@salesforce/label/c.Quality_Confirm_Step';
import ended from '@salesforce/label/c.Quality_Ended';
import endedStep from '@salesforce/label/c.Quality_Ended_Step';
import legalForm from '@salesforce/label/c.Quality_Legal_Form';
import legalFormStep from '@salesforce/label/c.Quality_Legal_Form_Step';
import noDate from '@salesforce/label/c.Quality_No_Date';
import noDateStep from '@salesforce/label/c.Quality_No_Date_Step';
import noKvK from '@salesforce/label/c.Quality_No_KvK';
import noKvKStep from '@salesforce/label/c.Quality_No_KvK_Step';
import noRegime from '@salesforce/label/c.Quality_No_Regime';
import noRegimeStep from '@salesforce/label/c.Quality_No_Regime_Step';
import numberSays from '@salesforce/label/c.Quality_Number_Says';
import ofContracts from '@salesforce/label/c.Quality_Of_Contracts';
import ofContractsFew from '@salesforce/label/c.Quality_Of_Contracts_Few';
import subtitle from '@salesforce/label/c.Quality_Subtitle';
import title from '@salesforce/label/c.Quality_Title';

export const LABELS = {
  ...{ title, subtitle, accounts, complete, numberSays, ofContracts, ofContractsFew },
  ...{ confirm, confirmStep, ended, endedStep, legalForm, legalFormStep, noDate, noDateStep, noKvK, noKvKStep, noRegime, noRegimeStep },
};
