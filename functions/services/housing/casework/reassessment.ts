// Working days in which a change is looked at. Council to confirm [K].
export const reassessmentDays = 10
