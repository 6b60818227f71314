// Decision: the first outcome whose conditions hold, otherwise the default.
import type { Test } from '../flow.ts';
import { conditions } from '../conditions.ts';
import type { ElementCompiler } from './element.ts';

/** An outcome that asks for a change holds when its conditions hold now and, for an update, did not hold before. */
function changedTo(test: Test): Test {
  return (interview) => {
    if (!test(interview)) return false;
    const { record, prior, isNew } = interview;
    if (isNew || !prior) return true;
    interview.record = prior;
    interview.version += 1;
    const before = test(interview);
    interview.record = record;
    interview.version += 1;
    return !before;
  };
}

export const decision: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, ['rules', 'defaultConnector', 'defaultConnectorLabel']);
  const outcomes = xml.all('rules').map((rule) => {
    const name = `${node.name}.${rule.required('name')}`;
    builder.onlyKnown(rule, name, ['conditionLogic', 'conditions', 'connector', 'doesRequireRecordChangedToMeetCriteria']);
    const holds = conditions(builder, rule, name);
    const test = rule.flag('doesRequireRecordChangedToMeetCriteria') === true ? changedTo(holds) : holds;
    return { test, next: builder.next(rule, 'connector', name) };
  });
  const otherwise = builder.next(xml, 'defaultConnector', node.name);
  node.step = (interview) => {
    for (const outcome of outcomes) if (outcome.test(interview)) return outcome.next;
    return otherwise;
  };
};
