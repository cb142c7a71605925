// Numbers, dates and telephone numbers as people type and paste them, each with what it means or
// the words that ask again.
import * as ask from '#domain/forms/ask.ts'
import { type Told, table } from './told.ts'

const amount = 'Savings must be an amount of money, like 1,200 or 12.50'
const pounds = 'Savings must be an amount in pounds, like 1,200 or 12.50'
const weekly = 'Rent must be an amount a week'
const number = 'Depth must be a number, like 12.5'
const metres = 'Depth must be in metres, like 12.5'
const area = 'Floor area must be in square metres, like 12.5'
const three = 'Number of children must be a number, like 3'
const whole = 'Number of children must be a whole number'

const money = table(ask.money('Savings'), [
  ['1200', 120_000],
  ['1200.50', 120_050],
  ['1200.5', 120_050],
  ['1,200.50', 120_050],
  ['1 200.50', 120_050],
  ['1\u00a0200', 120_000],
  ['1\u202f200', 120_000],
  ['£1,200', 120_000],
  ['£ 1,200', 120_000],
  ['\u200b£1,200\ufeff', 120_000],
  ['1,200 pounds', 120_000],
  ['500 GBP', 50_000],
  ['GBP 500', 50_000],
  ['12,345,678', 1_234_567_800],
  ['0', 0],
  ['0.99', 99],
  ['.50', 50],
  ['12.', 1200],
  ['007', 700],
  ['1200,50', amount],
  ['12,50', amount],
  ['1,2', amount],
  ['0,500', amount],
  ['1,20,000', amount],
  ['1,200,50', amount],
  ['1.200,50', amount],
  ['1.234.567', amount],
  ['12.500', amount],
  ['1, 200', amount],
  ['1 2', amount],
  ['1,200 000', amount],
  ['1’200', pounds],
  ['-500', amount],
  ['(500)', pounds],
  ['about 500', amount],
  ['none', amount],
  ['£', amount],
  ['1e3', pounds],
  ['١٢', amount],
  ['$500', pounds],
  ['€500', pounds],
  ['500 euros', pounds],
  ['12k', pounds],
  ['1.2m', pounds],
  ['50p', pounds],
  ['500-600', pounds],
  ['500 a week', 'Savings must be the whole amount'],
])

const rent = table(ask.money('Rent', { per: 'week' }), [
  ['120', 12_000],
  ['£120 a week', 12_000],
  ['£120 per week', 12_000],
  ['£120pw', 12_000],
  ['120/week', 12_000],
  ['120 pounds weekly', 12_000],
  ['£520 pcm', weekly],
  ['£520 a month', weekly],
  ['6240 per annum', weekly],
  ['120 p', 'Rent must be an amount in pounds, like 1,200 or 12.50'],
])

const measure = table(ask.measure('Depth', 'metres'), [
  ['3.6', '3.6'],
  ['3.60', '3.6'],
  ['.5', '0.5'],
  ['0.5', '0.5'],
  ['3.6m', '3.6'],
  ['3.6 m', '3.6'],
  ['3.6 metres', '3.6'],
  ['1 metre', '1'],
  ['3.6 meters', '3.6'],
  ['3.6\u00a0m', '3.6'],
  ['1,200', '1200'],
  ['1 200', '1200'],
  ['012.50', '12.5'],
  ['3,6', number],
  ['3,60 m', number],
  ['0,360', number],
  ['1 2', number],
  ['3.6.1', number],
  ['-3', number],
  ['~3', number],
  ['three', number],
  ['٣', number],
  ['3.625', 'Depth must have 2 decimal places or fewer'],
  ['360cm', metres],
  ['3600 mm', metres],
  ['12ft', metres],
  ['12 feet', metres],
  ["6'2", metres],
  ['3 x 4', metres],
  ['3-4', metres],
  ['2 km', metres],
])

const floor = table(ask.measure('Floor area', 'square metres'), [
  ['24', '24'],
  ['24m²', '24'],
  ['24 m2', '24'],
  ['24 sqm', '24'],
  ['24 sq m', '24'],
  ['24 sq. m.', '24'],
  ['24 square metres', '24'],
  ['24 metres squared', '24'],
  ['1,240.5 m²', '1240.5'],
  ['24m', area],
  ['260 sq ft', area],
  ['0.1 ha', area],
  ['1 acre', area],
])

const hectares = table(ask.measure('Area', 'hectares'), [
  ['0.4 ha', '0.4'],
  ['1 hectare', '1'],
  ['4000 m2', 'Area must be in hectares, like 12.5'],
])

const count = table(ask.count('Number of children', { most: 2000 }), [
  ['3', 3],
  [' 3 ', 3],
  ['3\u200b', 3],
  ['03', 3],
  ['3.0', 3],
  ['3.', 3],
  ['0', 0],
  ['1,200', 1200],
  ['1 200', 1200],
  ['2 3', three],
  ['2,3', three],
  ['2, 3', three],
  ['3,5', three],
  ['three', three],
  ['3 or 4', three],
  ['3-4', three],
  ['3+', three],
  ['+3', three],
  ['３', three],
  ['½', three],
  ['1½', three],
  ['3.5', whole],
  ['.5', whole],
  ['-1', 'Number of children must be 0 or more'],
  ['\u22121', three],
  ['99999', 'Number of children must be 2,000 or fewer'],
])

const hours = table(ask.count('Hours a week', { least: 1, most: 100, decimals: 2, suffix: 'hours' }), [
  ['37.5', 37.5],
  ['37', 37],
  ['37.5 hours', 37.5],
  ['37.5hrs', 37.5],
  ['37.5 hours a week', 37.5],
  ['37.5 h', 37.5],
  ['37,5', 'Hours a week must be a number, like 3'],
  ['37:30', 'Hours a week must be in hours'],
  ['90 minutes', 'Hours a week must be in hours'],
  ['37.125', 'Hours a week must have 2 decimal places or fewer'],
  ['0', 'Hours a week must be 1 or more'],
])

export const numbers: readonly Told[] = [money, rent, measure, floor, hectares, count, hours].flat()
