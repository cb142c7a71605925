// The scales of Schedule 1 to the Fees Regulations of 2012, as amended: thresholds here, amounts in the schedule of the day.
import { inHectares, inSquareMetres, squareMetres, tenthOfHectare, tenthsOfHectare } from '../ground/area.ts'
import type { Scale, ScaleWords } from './scale.ts'

const homesWords: ScaleWords = { unit: 'home', amount: (count) => (count === 1 ? '1 home' : `${count} homes`) }
const floorWords: ScaleWords = { unit: '75 square metres', amount: inSquareMetres }
const siteWords: ScaleWords = { unit: '0.1 hectare', amount: inHectares }

// Categories 1 and 10: homes that are built, or made by a change of use.
export const homesScale: Scale = {
  unit: 1,
  words: homesWords,
  bands: [
    { below: 10, charge: { is: 'each', fee: 'unit' } },
    { upTo: 50, charge: { is: 'each', fee: 'largerUnit' } },
    { charge: { is: 'base', base: 'homesBase', over: 50, each: 'more', most: 'most' } },
  ],
}

const beyondOutline = {
  is: 'base',
  base: 'outlineBase',
  over: tenthsOfHectare(25),
  each: 'more',
  most: 'outlineMost',
} as const

export const outlineHomesScale: Scale = {
  unit: tenthOfHectare,
  words: siteWords,
  bands: [
    { below: tenthsOfHectare(5), charge: { is: 'each', fee: 'unit' } },
    { upTo: tenthsOfHectare(25), charge: { is: 'each', fee: 'largerUnit' } },
    { charge: beyondOutline },
  ],
}

export const outlineBuildingsScale: Scale = {
  ...outlineHomesScale,
  bands: [
    { below: tenthsOfHectare(10), charge: { is: 'each', fee: 'unit' } },
    { upTo: tenthsOfHectare(25), charge: { is: 'each', fee: 'largerUnit' } },
    { charge: beyondOutline },
  ],
}

const seventyFive = squareMetres(75)

// Category 2.
export const buildingsScale: Scale = {
  unit: seventyFive,
  words: floorWords,
  bands: [
    { upTo: squareMetres(40), charge: { is: 'flat', fee: 'smallWorks' } },
    { below: squareMetres(1000), charge: { is: 'each', fee: 'unit' } },
    { upTo: squareMetres(3750), charge: { is: 'each', fee: 'largerUnit' } },
    { charge: { is: 'base', base: 'buildingsBase', over: squareMetres(3750), each: 'more', most: 'most' } },
  ],
}

// Category 3: buildings for farming.
export const farmScale: Scale = {
  unit: seventyFive,
  words: floorWords,
  bands: [
    { upTo: squareMetres(465), charge: { is: 'flat', fee: 'smallFarm' } },
    { upTo: squareMetres(540), charge: { is: 'flat', fee: 'unit' } },
    { below: squareMetres(1000), charge: { is: 'base', base: 'unit', over: squareMetres(540), each: 'unit' } },
    {
      upTo: squareMetres(4215),
      charge: { is: 'base', base: 'largeFarmBase', over: squareMetres(1000), each: 'largerUnit' },
    },
    { charge: { is: 'base', base: 'largestFarmBase', over: squareMetres(4215), each: 'more', most: 'most' } },
  ],
}

// Category 4.
export const glasshouseScale: Scale = {
  unit: seventyFive,
  words: floorWords,
  bands: [
    { upTo: squareMetres(465), charge: { is: 'flat', fee: 'smallFarm' } },
    { below: squareMetres(1000), charge: { is: 'flat', fee: 'glasshouse' } },
    { charge: { is: 'flat', fee: 'largeGlasshouse' } },
  ],
}

// Category 5: plant and machinery, by the site.
export const plantScale: Scale = {
  unit: tenthOfHectare,
  words: siteWords,
  bands: [
    { below: tenthsOfHectare(10), charge: { is: 'each', fee: 'unit' } },
    { upTo: tenthsOfHectare(50), charge: { is: 'each', fee: 'largerUnit' } },
    { charge: { is: 'base', base: 'plantBase', over: tenthsOfHectare(50), each: 'more', most: 'most' } },
  ],
}

// Category 9(b): operations that no other category has.
export const operationsScale: Scale = {
  unit: tenthOfHectare,
  words: siteWords,
  bands: [{ charge: { is: 'each', fee: 'smallWorks', most: 'operationsMost' } }],
}

export const principleScale: Scale = {
  unit: tenthOfHectare,
  words: siteWords,
  bands: [{ charge: { is: 'each', fee: 'principle' } }],
}

// Regulation 14: homes made by Class MA, and new homes on top of buildings (Part 20).
export const approvalHomesScale: Scale = {
  unit: 1,
  words: homesWords,
  bands: [{ charge: { is: 'each', fee: 'approvalHome' } }],
}

export const upwardHomesScale: Scale = {
  unit: 1,
  words: homesWords,
  bands: [
    { below: 10, charge: { is: 'each', fee: 'upwardHome' } },
    { upTo: 50, charge: { is: 'each', fee: 'upwardLargerHome' } },
    { charge: { is: 'base', base: 'upwardBase', over: 50, each: 'upwardMore', most: 'most' } },
  ],
}
