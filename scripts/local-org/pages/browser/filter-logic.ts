// The filter logic of list views: `(1 OR 2) AND NOT 3` over numbered conditions.

/** The conditions put together as a GraphQL filter. Throws for logic that is no such sentence. */
export function combine(logic: string, conditions: readonly object[]): object {
  const tokens = logic.toUpperCase().match(/\(|\)|\d+|[A-Z]+/g) ?? [];
  let at = 0;
  const wrong = (): Error => new Error(`The filter logic ${logic} cannot be read at ${tokens[at] ?? 'its end'}.`);

  function either(): object {
    const parts = [both()];
    while (tokens[at] === 'OR') parts.push(after(both));
    return parts.length === 1 ? (parts[0] ?? {}) : { or: parts };
  }
  function both(): object {
    const parts = [one()];
    while (tokens[at] === 'AND') parts.push(after(one));
    return parts.length === 1 ? (parts[0] ?? {}) : { and: parts };
  }
  function one(): object {
    const token = tokens[at] ?? '';
    if (token === 'NOT') return { not: after(one) };
    if (token === '(') {
      const inner = after(either);
      if (tokens[at] !== ')') throw wrong();
      at += 1;
      return inner;
    }
    const condition = /^\d+$/.test(token) ? conditions[Number(token) - 1] : undefined;
    if (!condition) throw wrong();
    at += 1;
    return condition;
  }
  function after(read: () => object): object {
    at += 1;
    return read();
  }

  const whole = either();
  if (at < tokens.length) throw wrong();
  return whole;
}
