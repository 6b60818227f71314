// The words of the state of the setup.
import title from '@salesforce/label/c.Health_Title';
import subtitle from '@salesforce/label/c.Health_Subtitle';
import rules from '@salesforce/label/c.Health_Rules';
import kind from '@salesforce/label/c.Health_Kind';
import inUse from '@salesforce/label/c.Health_In_Use';
import unread from '@salesforce/label/c.Health_Unread';
import unreadExplained from '@salesforce/label/c.Health_Unread_Explained';
import noPolicy from '@salesforce/label/c.Health_No_Policy';
import tasks from '@salesforce/label/c.Health_Tasks';
import inOrder from '@salesforce/label/c.Health_In_Order';
import numberSays from '@salesforce/label/c.Health_Number_Says';
import regimes from '@salesforce/label/c.Health_Regimes';
import policies from '@salesforce/label/c.Health_Policies';
import eventRules from '@salesforce/label/c.Health_Event_Rules';
import frequency from '@salesforce/label/c.Health_Frequency';
import feedbackMoments from '@salesforce/label/c.Health_Feedback_Moments';
import consentRules from '@salesforce/label/c.Health_Consent_Rules';
import faults from '@salesforce/label/c.Health_Faults';
import faultsStep from '@salesforce/label/c.Health_Faults_Step';
import lateStates from '@salesforce/label/c.Health_Late_States';
import lateTouches from '@salesforce/label/c.Health_Late_Touches';
import lateClaims from '@salesforce/label/c.Health_Late_Claims';
import lateStep from '@salesforce/label/c.Health_Late_Step';
import unwritten from '@salesforce/label/c.Health_Unwritten';
import unwrittenStep from '@salesforce/label/c.Health_Unwritten_Step';
import unruled from '@salesforce/label/c.Health_Unruled';
import unruledStep from '@salesforce/label/c.Health_Unruled_Step';
import record from '@salesforce/label/c.Health_Record';
import says from '@salesforce/label/c.Health_Says';
import checkedOn from '@salesforce/label/c.Health_Checked_On';
import never from '@salesforce/label/c.Health_Never';
import checkToday from '@salesforce/label/c.Health_Check_Today';
import checkTodaySays from '@salesforce/label/c.Health_Check_Today_Says';
import checked from '@salesforce/label/c.Health_Checked';
import notSaved from '@salesforce/label/c.Health_Not_Saved';
import some from '@salesforce/label/c.Health_Some';
import close from '@salesforce/label/c.Health_Close';

export const LABELS = {
  title,
  subtitle,
  rules,
  kind,
  inUse,
  unread,
  unreadExplained,
  noPolicy,
  tasks,
  inOrder,
  numberSays,
  regimes,
  policies,
  eventRules,
  frequency,
  feedbackMoments,
  consentRules,
  faults,
  faultsStep,
  lateStates,
  lateTouches,
  lateClaims,
  lateStep,
  unwritten,
  unwrittenStep,
  unruled,
  unruledStep,
  record,
  says,
  checkedOn,
  never,
  checkToday,
  checkTodaySays,
  checked,
  notSaved,
  some,
  close,
} as const;
