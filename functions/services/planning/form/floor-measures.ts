// How floor space is measured, said alike wherever it is asked.
// The fee counts it outside the outer walls (SI 2012/2920, Schedule 1, as councils read it).
// The levy counts it inside them (Community Infrastructure Levy Regulations 2010, Schedule 1).

export const forFee = 'Count every floor, measured outside the outer walls, because the fee counts it so.'

export const forLevy =
  'Count every floor, measured inside the outer walls, because the community infrastructure levy counts it so.'

export const example =
  'For example, a building on two floors that is 10 metres by 8 metres outside has 160 square metres. With walls of 30 centimetres, it has 139.12 square metres inside.'
