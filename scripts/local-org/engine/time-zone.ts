// The zone of the org: its days begin here.
export const TIME_ZONE = 'Europe/Amsterdam';
