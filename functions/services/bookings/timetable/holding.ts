// How long a chosen time is held (docs/rules/bookings.md, "Holding a time").
export const holdMinutes = 10
