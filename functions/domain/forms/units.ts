// How people write the units that we ask in. A unit that is not among them changes the size, and is
// asked about: centimetres, feet, acres.
const spellings: Readonly<Record<string, RegExp>> = {
  metres: /^(m|mtrs?|met(re|er)s?)\.?$/,
  'square metres':
    /^(m ?2|m²|m\^2|m ?sq|sq\.? ?m|sq ?m(trs?)?|(sq\.?|square) ?met(re|er)s?|met(re|er)s? (sq\.?|squared))\.?$/,
  hectares: /^(ha|hectares?)\.?$/,
  miles: /^(mi|miles?)\.?$/,
  hours: /^(h|hrs?|hours?)\.?( ?(pw|(a|per|each|\/) ?(w|wk|week)))?$/,
  'per cent': /^(%|percent|per cent)$/,
  'biodiversity units': /^((biodiversity|habitat) )?units?$/,
}

// Nothing written is the unit that was asked for.
export const isUnit = (written: string, unit: string | undefined): boolean =>
  written === '' || (unit !== undefined && spelt(written.toLowerCase(), unit))

const spelt = (written: string, unit: string): boolean => written === unit || spellings[unit]?.test(written) === true
