// Small numbers may say who somebody is: they are not published (Government Statistical Service,
// "Statistical disclosure control"). Staff see them.
import type { Ratio } from './rates.ts'

// Counts from 1 to this are hidden; none at all is told.
export const mostHidden = 4

export const isSmall = (count: number): boolean => count > 0 && count <= mostHidden

// A number that staff typed, in whatever unit: a few of something may be a few people.
export const isFewTyped = (value: number): boolean => value > 0 && value < mostHidden + 1

// A share is as telling as its counts, and as what is left over.
export const isFew = ({ n, d }: Ratio): boolean => d > 0 && (d <= mostHidden || isSmall(n) || isSmall(d - n))
