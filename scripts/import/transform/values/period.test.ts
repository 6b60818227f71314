import { test } from 'node:test';
import { noticePeriod, termMonths } from './period.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('notice periods keep months and days apart, and bare numbers need a column that says what they are', () => {
  const period = (length: number, unit: string): string => JSON.stringify({ length, unit });
  verdictTable(noticePeriod, [
    ['3 mnd', undefined, period(3, 'Months')],
    ['3mnd.', undefined, period(3, 'Months')],
    ['1 maand', undefined, period(1, 'Months')],
    ['één maand', undefined, period(1, 'Months')],
    ['1 kalendermaand', undefined, period(1, 'Months')],
    ['2 months', undefined, period(2, 'Months')],
    ['90 dgn', undefined, period(90, 'Days')],
    ['30 dagen', undefined, period(30, 'Days')],
    ['6 weken', undefined, period(42, 'Days')],
    ['1 kwartaal', undefined, period(3, 'Months')],
    ['1 jaar', undefined, period(12, 'Months')],
    ['per direct', undefined, period(0, 'Days')],
    ['geen', undefined, period(0, 'Days')],
    ['3', undefined, 'NOTICE_UNIT_MISSING'],
    ['3', 'Months', period(3, 'Months')],
    ['30', 'Days', period(30, 'Days')],
    ['1,0', 'Months', period(1, 'Months')],
    ['30 dagen', 'Months', period(30, 'Days')],
    ['1,5 mnd', undefined, 'NOTICE_NOT_UNDERSTOOD'],
    ['in overleg', undefined, 'NOTICE_NOT_UNDERSTOOD'],
    ['n.v.t.', undefined, '? UNKNOWN_VALUE'],
    ['', undefined, '?'],
  ]);
});

test('terms become months', () => {
  verdictTable(termMonths, [
    ['36 mnd', undefined, '36'],
    ['3 jaar', undefined, '36'],
    ['1,5 jaar', undefined, '18'],
    ['half jaar', undefined, '6'],
    ['2 kwartalen', undefined, '6'],
    ['24', undefined, '24 TERM_READ_AS_MONTHS'],
    ['3', undefined, 'TERM_UNIT_MISSING'],
    ['3', 12, '36'],
    ['36', 1, '36'],
    ['90 dagen', undefined, 'TERM_NOT_UNDERSTOOD'],
    ['lang', undefined, 'TERM_NOT_UNDERSTOOD'],
    ['0', 1, 'TERM_NOT_UNDERSTOOD'],
    ['onbekend', undefined, '? UNKNOWN_VALUE'],
  ]);
});
