// What sorts of things stand on a timeline, and what their points look like.

/** In the order in which filters and legends name them. */
export const KINDS = ['competitor', 'own', 'stage', 'contact', 'feedback', 'exit', 'campaign'] as const;
export type Kind = (typeof KINDS)[number];

/** What a point looks like: shape tells it, colour repeats it. */
export type Mark = 'done' | 'planned' | 'meeting' | 'feedback' | 'exit' | 'win-back' | 'touch' | 'campaign';
