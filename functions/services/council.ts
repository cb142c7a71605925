// What is true of the council in every service: typed here, and nowhere else. A council that takes
// this over begins with this file and views/theme.scss.
export const council = {
  name: 'Dorset Council',
  // Eleven letters and digits at most: what a phone shows as the sender of a text.
  sender: 'DorsetCncl',
  securityEmail: 'security@dorsetcouncil.example',
  dataProtectionEmail: 'data.protection@dorset.example',
  alarmsEmail: 'digital-services@dorset.example',
  phones: {
    switchboard: '01305 221000',
    appointments: '01632 960 110',
    // Answered at any hour: the only one that a page may say so of.
    inDanger: '01632 960 112',
    housing: '01632 960 142',
    childrensServices: '01632 960 155',
    planning: '01632 960 224',
  },
  phoneHours: { switchboard: 'Monday to Friday, 8:30am to 5pm', appointments: 'Monday to Friday, 9am to 5pm' },
  offices: {
    dorchester: { name: 'Dorchester', lines: ['South Walks', 'Dorchester', 'DT1 1XA'] },
    weymouth: { name: 'Weymouth', lines: ['North Quay', 'Weymouth', 'DT4 8XA'] },
    wimborne: { name: 'Wimborne', lines: ['Hanham Road', 'Wimborne', 'BH21 1XA'] },
  },
  // The council's number in the Public Sector Geospatial Agreement: each map of Ordnance Survey has to show it.
  mapLicence: 'AC0000000000',
  // Of the accessibility statement.
  accessibility: { prepared: '2026-11-30', reviewed: '2026-11-30', tested: '2026-11-30' },
  // Days. How long a draft is kept is the form's own (`draftDays`).
  periods: { documents: 28, housingDecision: 28 },
} as const
