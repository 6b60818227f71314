// Custom error: keeps the record from being saved and tells why, on the page or at a field.
import type { ElementCompiler } from './element.ts';

export const customError: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, ['customErrorMessages', 'connector']);
  if (builder.timing === 'none' || builder.timing === 'scheduled')
    throw builder.refusal(node.name, 'shows an error, which only record-triggered flows can');
  const messages = xml.all('customErrorMessages').map((message) => {
    builder.onlyKnown(message, node.name, ['errorMessage', 'fieldSelection', 'isFieldError']);
    const field = message.flag('isFieldError') === true ? message.required('fieldSelection') : undefined;
    return { text: builder.text(message.required('errorMessage'), node.name), fields: field === undefined ? [] : [field] };
  });
  const next = builder.next(xml, 'connector', node.name);
  node.step = (interview) => {
    for (const { text, fields } of messages) {
      interview.errors.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: String(text.read(interview) ?? ''), fields });
    }
    return next;
  };
};
