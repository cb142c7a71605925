// What waits to go while somebody's number or address changes follows them to the new one, and never goes to the one before.
import type { Applicant } from '#domain/cases/case.ts'
import { addressNow, channelOf, type WayTo } from '#domain/texts/channel.ts'
import { stopLength } from '#domain/texts/stopping.ts'
import type { Text } from '#domain/texts/text.ts'
import type { CaseChange, Keys } from '../ports/stores.ts'
import { type MakingPorts, stopKey } from './decide-text.ts'
import { emailKey, wayBackKey } from './way-back.ts'

export const following = (
  ports: MakingPorts,
  texts: readonly Text[],
  applicant: Applicant,
): Pick<CaseChange, 'texts'> & { readonly cancels: readonly Text[] } => {
  const moved = texts.filter(waits).flatMap((text) => {
    const to = addressNow(text, applicant)
    if (to === text.to) return []
    return [{ text, fresh: to === undefined ? undefined : sentTo(ports, text, { to, applicant }) }]
  })
  return {
    texts: moved.flatMap(({ fresh }) => fresh ?? []),
    // Nobody has to act on what they do not want there any more.
    cancels: moved.map(({ text, fresh }) =>
      fresh === undefined ? { ...text, unwanted: true } : { ...text, again: fresh.id },
    ),
  }
}

const waits = (text: Text): boolean => text.state === 'due' || text.state === 'held'

type New = { readonly to: string; readonly applicant: Applicant }

const sentTo = (ports: MakingPorts, text: Text, { to, applicant }: New): Text => {
  const { keys, clock, ids } = ports
  const { sameKey: _said, safe: _safe, ...rest } = text
  const now = clock.now()
  const [was, is] = [linksOf(ports, text, text.to), linksOf(ports, text, to)]
  return {
    ...rest,
    ...{ id: ids.ordered(now), to, version: 1, madeAt: now, attempts: [] },
    body: text.body.replaceAll(was.key, is.key).replaceAll(was.stop, is.stop),
    ...(text.phoneKey === undefined ? {} : { phoneKey: keys.hash('texts to', to) }),
    ...(text.stopKey === undefined ? {} : { stopKey: stopKey(keys, is.token) }),
    ...(applicant.safeTimes === undefined || text.channel !== undefined ? {} : { safe: applicant.safeTimes }),
    resendOf: text.id,
  }
}

/** The words with the links of whoever has them by another channel. In a letter a link carries no key. */
export const forAnother = (keys: Keys, text: Text, way: WayTo): string => {
  const was = keyIn(keys, text, text.to)
  const is = channelOf(way) === 'letter' ? '' : keyIn(keys, way, way.to)
  return was === '' ? text.body : text.body.replaceAll(was, is)
}

const keyIn = (keys: Keys, { channel }: Pick<Text, 'channel'>, to: string): string => {
  if (channel === 'letter') return ''
  return `?${channel === 'email' ? emailKey(keys, to) : wayBackKey(keys, to)}`
}

// What a link in it says of whom it goes to.
const linksOf = ({ keys }: MakingPorts, { category, channel }: Text, to: string) => {
  const token = keys.hash(`stop ${category}`, to).slice(0, stopLength)
  return {
    token,
    stop: `/stop/${token}/`,
    key: keyIn(keys, { ...(channel === undefined ? {} : { channel }) }, to),
  }
}
