// The numbers of reports equal those of the components: both are asked of the same org, the components by their own queries.
import './report-numbers/stage-numbers.ts';
import './report-numbers/customer-numbers.ts';
// last: it moves the clock
import './report-numbers/contracts-numbers.ts';
