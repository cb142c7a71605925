// The addresses that the pages themselves link to.
export const paths = {
  home: '/',
  mine: '/my-applications',
  comeBack: '/return',
  feedback: '/feedback',
  complain: '/complain',
  security: '/security',
  moreTime: '/session/more-time',
  stay: '/session/stay',
  ended: '/session/ended',
  taken: '/session/taken',
  byPhrase: '/return/phrase',
  byEmail: '/return/email',
  finish: '/finish',
  helping: '/helping',
  leave: '/leave',
  mapTiles: '/map-tiles',
} as const

// A telephone number that can be pressed, and does not break over two lines.
export const telephone = (number: string): { readonly href: string; readonly text: string } => ({
  href: `tel:${number.replaceAll(' ', '')}`,
  text: number.replaceAll(' ', '\u00a0'),
})

export const footerLinks = [
  { href: '/accessibility', text: 'Accessibility statement' },
  { href: '/privacy', text: 'Privacy' },
  { href: '/cookies', text: 'Cookies' },
  { href: '/texts', text: 'Texts we send' },
  { href: '/contact', text: 'Contact' },
  { href: paths.complain, text: 'Complain' },
  { href: paths.security, text: 'Report a security problem' },
] as const

// Seconds without activity: when a page warns, and when the session is over (docs/guarantees.md, "Sessions and forms").
export const session = { warnAfter: 25 * 60, endsAfter: 30 * 60 } as const
