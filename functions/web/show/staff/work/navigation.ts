// The ways to every staff page that is about no one case: what is used all day stands in the bar, the rest behind a few words of it.
// An entry is added here and nowhere else.

export const hubs = {
  performance: 'Performance',
  settings: 'People and settings',
} as const
export type Hub = keyof typeof hubs

// Who looks, and what more they have than others.
export type DeskUser = {
  readonly name: string
  readonly role: string
  readonly turnsSwitches?: boolean
  readonly readsTrails?: boolean
  readonly frontDesk?: boolean
  readonly inTeam?: boolean
}

export type WayIn = {
  readonly text: string
  readonly href: string
  // What it is for, where it stands on the page of its words in the bar.
  readonly hint?: string
  // Behind which of them; in the bar itself where it has none.
  readonly hub?: Hub
  // For whom; for everybody unless said.
  readonly shows?: (user: DeskUser) => boolean
}

const managers = ({ turnsSwitches }: DeskUser): boolean => turnsSwitches === true

const entries: readonly WayIn[] = [
  { text: 'My work', href: '/cases?show=mine' },
  { text: 'Team', href: '/cases?show=team' },
  { text: 'For approval', href: '/cases?show=approval' },
  { text: 'Your tasks', href: '/tasks' },
  { text: 'Texts', href: '/texts' },
  { text: 'Front desk', href: '/desk', shows: ({ frontDesk }) => frontDesk === true },
  {
    ...{ text: 'Measures', href: '/measures', hub: 'performance' },
    hint: 'How services do: applications, cases, texts, returns and indicators.',
  },
  { text: 'Feedback', href: '/feedback', hub: 'performance', hint: 'What people told us, and our answers.' },
  {
    ...{ text: 'Try the rules', href: '/rules', hub: 'performance' },
    hint: 'See what the rules say of made-up answers. Nothing is kept.',
  },
  {
    ...{ text: 'Who is at work', href: '/team', hub: 'settings', shows: ({ inTeam }) => inTeam === true },
    hint: 'Leave, cover and whose turn it is.',
  },
  { text: 'Saved lists', href: '/views', hub: 'settings', hint: 'Lists of cases that you or your team keep.' },
  {
    ...{ text: 'Many at once', href: '/many', hub: 'settings', shows: managers },
    hint: 'Give many cases to somebody, or write to everybody who is to come.',
  },
  {
    ...{ text: 'Words of texts', href: '/wordings', hub: 'settings', shows: managers },
    hint: 'What texts, emails and letters say: new words that another manager approves.',
  },
  {
    ...{ text: 'Audit', href: '/audit', hub: 'settings', shows: ({ readsTrails }) => readsTrails === true },
    hint: 'Who looked and who did what, by person.',
  },
  {
    ...{ text: 'Keeping', href: '/keeping', hub: 'settings', shows: managers },
    hint: 'Cases of which the time is over.',
  },
  {
    ...{ text: 'Copies', href: '/copies', hub: 'settings', shows: managers },
    hint: 'Give somebody a copy of what is held about them.',
  },
  {
    ...{ text: 'Long lists as files', href: '/lists', hub: 'settings', shows: managers },
    hint: 'Agree that a colleague has a list of more than 1,000 cases as a file.',
  },
  {
    ...{ text: 'Other programs', href: '/webhooks', hub: 'settings', shows: managers },
    hint: 'What programs of others were told of cases, and whether they took it.',
  },
  {
    ...{ text: 'Switches', href: '/switches', hub: 'settings', shows: managers },
    hint: 'Stop a service, its texts, or all that is saved.',
  },
]

export const hubAt = (hub: Hub): string => `/more/${hub}`

/** The bar: entries, then the words behind which others stand. */
export const barFor = (user: DeskUser): readonly WayIn[] => [
  ...shownTo(user).filter(({ hub }) => hub === undefined),
  ...hubIds.filter((hub) => behind(hub, user).length > 0).map((hub) => ({ text: hubs[hub], href: hubAt(hub) })),
]

export const behind = (hub: Hub, user: DeskUser): readonly WayIn[] => shownTo(user).filter((entry) => entry.hub === hub)

export const hubNamed = (name: string | undefined): Hub | undefined => hubIds.find((hub) => hub === name)

const hubIds: readonly Hub[] = ['performance', 'settings']

const shownTo = (user: DeskUser): readonly WayIn[] => entries.filter(({ shows }) => shows?.(user) ?? true)
