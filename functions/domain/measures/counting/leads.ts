// How long before an appointment its time was chosen, in days.
export const leadSteps = ['0-1', '2-7', '8-14', '15-28', '29+'] as const
export type LeadStep = (typeof leadSteps)[number]

const ends = [1, 7, 14, 28] as const

export const leadStep = (days: number): LeadStep => leadSteps[ends.filter((end) => days > end).length] ?? '29+'

// Whatever is longer counts as this.
export const mostAhead = 90
