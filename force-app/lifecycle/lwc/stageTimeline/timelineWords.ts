// The sentences of the timeline, in the user's language; `{0}`, `{1}`, … are filled.

export interface TimelineWords {
  /** Stands where a name should be that the user may not see. */
  readonly nameMissing: string;

  /** `{0}` is a contract: provider and product. */
  readonly noticeBy: string;
  readonly noticeWasBy: string;
  readonly anyMonth: string;
  readonly ends: string;
  readonly ended: string;
  readonly endUnknown: string;
  /** It has ended, nobody knows when. */
  readonly over: string;
  /** With us, and running on. */
  readonly noEnd: string;
  readonly ourContract: string;
  readonly runsFromUntil: string;
  readonly runsFrom: string;
  readonly runsUntil: string;
  readonly approachFrom: string;
  readonly rolledOver: string;
  readonly cancelledOn: string;

  /** `{0}` is any item, `{1}` what stands where a date should be. */
  readonly dateBroken: string;
  readonly endBeforeStart: string;
  readonly dateMissing: string;

  readonly stageSince: string;
  readonly stageFromUntil: string;
  readonly changedBy: string;

  readonly contactWithoutSubject: string;
  readonly contactDone: string;
  readonly contactPlanned: string;
  readonly contactOverdue: string;
  readonly meetingOn: string;

  readonly feedback: string;
  readonly feedbackTitle: string;
  readonly feedbackScore: string;
  readonly feedbackWithoutScore: string;
  readonly departure: string;
  readonly left: string;
  readonly leftBecause: string;
  readonly wentTo: string;
  readonly winBack: string;
  readonly winBackFrom: string;

  readonly touch: string;
  readonly campaignMember: string;
}
